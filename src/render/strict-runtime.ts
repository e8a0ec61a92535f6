import nunjucks from 'nunjucks';

/** A template asked for a value that its view does not have. */
export class MissingValue extends Error {
  readonly missing: string;
  readonly known: readonly string[];

  constructor(missing: string, known: readonly string[]) {
    super(`no value «${missing}»`);
    this.missing = missing;
    this.known = known;
  }
}

type Frame = { lookup: (name: string) => unknown };
type Context = { lookup: (name: string) => unknown; getVariables: () => object };

/**
 * Nunjucks' run time with strict look-ups. Its own option throws only where an undefined value is
 * printed; here a name that does not exist is an error in conditions, loops, filters and their
 * arguments too. Values that may be absent are null.
 */
export const strictRuntime = {
  ...nunjucks.runtime,

  memberLookup(target: unknown, name: PropertyKey): unknown {
    if (target === undefined || target === null) throw new MissingValue(String(name), []);
    const object = Object(target);
    if (!(name in object)) throw new MissingValue(String(name), Object.keys(object));
    const value: unknown = Reflect.get(object, name);
    return typeof value === 'function' ? value.bind(target) : value;
  },

  contextOrFrameLookup(context: Context, frame: Frame, name: string): unknown {
    const value = frame.lookup(name) ?? context.lookup(name);
    if (value === undefined) throw new MissingValue(name, Object.keys(context.getVariables()));
    return value;
  },
};
