import { measure, type Used } from './measure.ts';

/** What no build can go below: copying what it publishes, and asking for size and time of each file. */
export function measureFloors(output: string): Readonly<{ copy: Used; stat: Used }> {
  return {
    copy: measure(['cp', '-r', output, `${output}-copy`]),
    stat: measure(['find', output, '-type', 'f', '-printf', '%s %T@\n']),
  };
}
