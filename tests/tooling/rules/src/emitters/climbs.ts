import { urlOf } from '../../../../src/emitters/frame.ts';

export const climbs = urlOf;
