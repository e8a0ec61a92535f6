import { barrier, type Fold } from './fold.ts';
import { type Terms, termsOf } from './terms.ts';
import { headingMark } from './text.ts';

/** The terms of a document: of its title and whole body, of the title alone, and of all headings. */
export type DocumentTerms = Readonly<{
  anywhere: Terms;
  title: Uint32Array;
  headings: Uint32Array;
}>;

/** @param text the lines of its body, of which those of headings begin with a mark */
export function documentTerms(title: string, text: string, fold: Fold): DocumentTerms {
  const headings = text.split(barrier).filter((line) => line.startsWith(headingMark));
  return {
    anywhere: termsOf(fold.units(title + barrier + text)),
    title: termsOf(fold.units(title)).terms,
    headings: termsOf(fold.units(headings.join(barrier))).terms,
  };
}
