/**
 * Nouns that name a kind in English, each with the identifier of the kind. Of a title the noun at its end
 * decides, or the one at its beginning that a preposition follows: Annual Report, Minutes of the Council.
 */
const nouns: readonly (readonly [noun: string, id: string])[] = [
  ['meeting notes|meeting record|meeting records|minutes?', 'meeting-record'],
  ['meeting summary|summary of (?:the )?meeting', 'meeting-summary'],
  ['opening address|closing address|welcome address|address|opening remarks', 'address'],
  ['speech|remarks|keynote|lecture|talk', 'speech'],
  ['annual report|work report|report|summary', 'report'],
  ['work plan|plan|schedule|roadmap', 'plan'],
  ['notice', 'notice'],
  ['announcement|public notice', 'announcement'],
  ['decision', 'decision'],
  ['resolution', 'resolution'],
  ['open letter|letter', 'letter'],
  [
    'regulations?|rules|bylaws|charter|constitution|code of conduct|guidelines?|policy',
    'regulation',
  ],
  ['quiz|exam|test questions', 'quiz'],
  ['application', 'application'],
];

// One pattern a side, with a group for each kind
const groups = nouns.map(([noun]) => `(${noun})`).join('|');
const atEnd = new RegExp(`(?:^|[\\s\\p{Script=Han}])(?:${groups})$`, 'iu');
const preposition = '(?:of|on|at|by|for|to|in|from|about)';
const atHead = new RegExp(`^(?:the )?(?:draft )?(?:${groups}) ${preposition}\\b`, 'i');

/** The identifier of the kind that an English title names, and the word that does. */
export function kindOfEnglishTitle(title: string): { id: string; word: string } | null {
  // No noun is shorter than four letters
  if (!/[A-Za-z]{4}/.test(title)) return null;
  const bare = title
    .replace(/[_–—-]+/g, ' ')
    .replace(/\s*[（(][^（()）]*[)）]\s*/g, ' ')
    .replace(/(?:[\s.,:/#]|\d)+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/[a-z]$/i.test(bare)) return null;
  const found = atEnd.exec(bare) ?? atHead.exec(bare);
  const index = found?.findIndex((word, group) => group > 0 && word !== undefined) ?? -1;
  const [, id] = nouns[index - 1] ?? [];
  return id === undefined ? null : { id, word: found?.[index] ?? '' };
}
