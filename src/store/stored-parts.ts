import type { Summary } from '#document/document.ts';
import type { Ref } from './packs.ts';

/** Where the body and the text of a document are stored. */
export type Stored = Readonly<{ body: Ref; text: Ref | null }>;

/** The same, with a digest that changes with the summary, and that of its card. */
export type StoredParts = Stored & Readonly<{ summary: Summary; digest: string; card: string }>;
