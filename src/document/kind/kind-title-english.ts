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

const patterns = nouns.map(([noun, id]) => ({
  id,
  atEnd: new RegExp(`(?:^|[\\s\\p{Script=Han}])(${noun})$`, 'iu'),
  atHead: new RegExp(`^(?:the )?(?:draft )?(${noun}) (?:of|on|at|by|for|to|in|from|about)\\b`, 'i'),
}));

/** The identifier of the kind that an English title names, and the word that does. */
export function kindOfEnglishTitle(title: string): { id: string; word: string } | null {
  if (!/[a-z][^\p{L}]*$/iu.test(title)) return null;
  const bare = title
    .replace(/[_–—-]+/g, ' ')
    .replace(/\s*[（(][^（()）]*[)）]\s*/g, ' ')
    .replace(/(?:[\s.,:/#]|\d)+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/[a-z]$/i.test(bare)) return null;
  for (const side of ['atEnd', 'atHead'] as const) {
    for (const { id, ...pattern } of patterns) {
      const word = pattern[side].exec(bare)?.[1];
      if (word !== undefined) return { id, word };
    }
  }
  return null;
}
