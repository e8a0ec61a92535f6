import { plan } from '#pipeline/plan.ts';

export const upwards = plan;
