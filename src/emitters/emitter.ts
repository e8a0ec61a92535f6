import type { Archive } from '#archive/archive.ts';
import type { Card } from '#document/card.ts';
import type { Body, Summary } from '#document/document.ts';
import type { Site } from '#site/site.ts';
import type { TemplateName, Views } from './views/page-views.ts';

/** A path below `public/`, with `/` between folders. */
export type OutputPath = string;

/** What an output holds: text, text and bytes one after the other, or what another file holds. */
export type Content =
  | string
  | readonly (string | Uint8Array)[]
  | Readonly<{ copyOf: string }>
  /** A part of a file of parts. */
  | Readonly<{ partOf: string; part: string }>;

/**
 * What determines the input of an output: where all of it is as it was, so is the input, which need not
 * be made to know that. All that `input` looks at must be here, of the archive and of the site.
 */
export type Dependencies = Readonly<{
  /** Documents of which it holds anything. */
  documents?: readonly Summary[];
  /** Documents of which it holds no more than their cards. */
  cards?: readonly (Card | null | undefined)[];
  /** The same of long lists that many outputs share: each is looked at once. */
  lists?: readonly (readonly Card[])[];
  /** Plain data that many outputs share: each object is looked at once. */
  shared?: readonly object[];
  /** Other plain data. */
  values?: readonly unknown[];
}>;

/**
 * One output before it is produced. `input` gives plain data: what of it other outputs hold too should
 * be the same object, which then goes to another thread once. It is asked for when the output's turn
 * has come, and dropped after: the inputs of all pages together take more memory than the archive.
 * `source` names the file that the output comes from, where there is one.
 */
export type Plan<Input> = Readonly<{
  path: OutputPath;
  input: () => Input;
  /** Where it is cheaper to know than the input itself. */
  dependencies?: () => Dependencies;
  source?: string;
  /** Day of the last change of a page, such as `2024-08-07`, where it has one. */
  modified?: string | null;
  /** Documents whose bodies or texts are asked for. */
  documents?: readonly string[];
}>;

/** A page as the sitemap names it. */
export type ListedPage = Readonly<{ path: OutputPath; modified: string | null }>;

export type Tools = Readonly<{
  /** Renders a template with a view of its type; throws a TemplateProblem. */
  render: <Name extends TemplateName>(template: Name, view: Views[Name]) => string;
  /** The same for a part that many pages share: rendered once for each view object. */
  renderShared: <Name extends TemplateName>(template: Name, view: Views[Name]) => string;
  body: (id: string) => Body;
  /** A document's text as searches need it, deflated. */
  searchText: (id: string) => Uint8Array;
  /** A shard of the full-text index; best asked for in ascending order. */
  shard: (number: number) => Uint8Array;
}>;

/**
 * A feature of the site. `plan` says which outputs it makes of the archive;
 * `produce` makes one of them, and sees nothing but its input.
 */
export interface Emitter<Input> {
  readonly name: string;
  /** Templates that `produce` renders; what they extend and include need not be named. */
  readonly templates: readonly TemplateName[];
  /** Why its pages are not in the sitemap, as all others are. */
  readonly unlisted?: string;
  /**
   * @param only places in the archive of the documents whose own pages are wanted; other emitters need
   * not heed it
   * @param earlier pages of the emitters before it, but for the unlisted
   */
  plan(
    archive: Archive,
    site: Site,
    only?: readonly number[],
    earlier?: readonly ListedPage[],
  ): Iterable<Plan<Input>>;
  produce(input: Input, tools: Tools): Content;
}
