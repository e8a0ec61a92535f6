import { openFingerprints } from '#changes/fingerprints.ts';

export const upwards = openFingerprints;
