import type { Locale } from '#site/site.ts';

/** The page's own words within a document's text, in the language of the interface. */
export type BodyWords = Readonly<{
  /** The link to a heading's own place. */
  section: string;
  table: string;
  /** Above an answer, and above a key of answers. */
  answer: string;
  key: string;
}>;

export const bodyWords: Readonly<Record<Locale, BodyWords>> = {
  'zh-CN': { section: '本节链接', table: '表格', answer: '答案', key: '参考答案' },
  en: { section: 'Link to this section', table: 'Table', answer: 'Answer', key: 'Answers' },
};
