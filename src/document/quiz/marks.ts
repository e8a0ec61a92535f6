/** Letters that name options. */
const capitals = 'ABCDEFGH';

const right = /^(?:√|✓|✔|☑|V|v|对|正确|是|T|t|TRUE|True|true|真)$/;
const wrong = /^(?:×|✕|✖|✗|✘|╳|X|x|错|错误|不对|不正确|否|非|F|f|FALSE|False|false|假)$/;
const letters = /^[A-HＡ-Ｈa-hａ-ｈ](?:[\s、，,；;和.．]{0,3}[A-HＡ-Ｈa-hａ-ｈ])*$/;
const leadingLetters = /^[A-HＡ-Ｈ](?:[\s、，,；;和]{0,3}[A-HＡ-Ｈ](?![a-z]))*(?![a-zA-Z])/;
const leadingJudgement =
  /^(?:√|✓|✔|×|✕|✖|✗|✘|╳|正确|错误|不正确|不对|[对错是否TFtfXxVv](?=[\s。，,；;：:.（(]|$))/;

/** The capital that a letter of an option is, whatever its width and case; null for other text. */
export function capitalOf(letter: string): string | null {
  const capital = letter.normalize('NFKC').toUpperCase();
  return capital.length === 1 && capitals.includes(capital) ? capital : null;
}

/** The letter that follows in a list of options. */
export function letterAfter(letter: string | null): string {
  return letter === null ? 'A' : (capitals[capitals.indexOf(letter) + 1] ?? '');
}

/** `A、C` is AC: the letters that make up a text, each once; null where there is anything else. */
export function lettersOf(text: string): string | null {
  const trimmed = text.trim();
  return letters.test(trimmed) ? joinLetters(trimmed) : null;
}

/** The letters at the beginning of an answer such as `B，理由如下`, or null. */
export function leadingLettersOf(text: string): string | null {
  const match = leadingLetters.exec(text.trim());
  return match === null ? lettersOf(text) : joinLetters(match[0]);
}

/** 对 or 错 where a text is a mark or word of judgement and nothing else. */
export function judgementOf(text: string): '对' | '错' | null {
  const trimmed = text.trim();
  if (right.test(trimmed)) return '对';
  return wrong.test(trimmed) ? '错' : null;
}

/** 对 or 错 where an answer begins with its judgement, as `错误。应为每月一次` does. */
export function leadingJudgementOf(text: string): '对' | '错' | null {
  const match = leadingJudgement.exec(text.trim());
  return match === null ? null : judgementOf(match[0]);
}

function joinLetters(text: string): string {
  const found = [...text].map(capitalOf).filter((letter) => letter !== null);
  return [...new Set(found)].join('');
}
