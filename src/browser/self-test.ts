import { element } from './elements.ts';

/** A question with its controls; `given` reads what the reader has chosen or written. */
type Question = {
  readonly element: HTMLElement;
  readonly details: HTMLDetailsElement | null;
  readonly stem: Element;
  readonly last: Element;
  readonly expected: string;
  given: () => string;
};

type Result = 'right' | 'wrong' | 'unanswered' | 'ungraded';

export type SelfTest = Readonly<{
  /** Shows what is right and wrong; gives how many of the questions with an answer are right. */
  check: () => Readonly<{ right: number; graded: number }>;
  reset: () => void;
}>;

/** Gives questions their controls. */
export function openSelfTest(elements: readonly HTMLElement[], words: DOMStringMap): SelfTest {
  const questions = elements.map((each) => prepare(each, words));
  return {
    check() {
      const graded = questions
        .map((question) => show(question, words))
        .filter((result) => result !== 'ungraded');
      return {
        right: graded.filter((result) => result === 'right').length,
        graded: graded.length,
      };
    },
    reset: () => questions.forEach(clear),
  };
}

function prepare(own: HTMLElement, words: DOMStringMap): Question {
  const details = own.querySelector<HTMLDetailsElement>('details.answer');
  const stems = [...own.querySelectorAll('.stem')];
  const [stem = own] = stems;
  const last = stems.at(-1) ?? own.firstElementChild ?? own;
  const expected = details?.dataset.answer ?? '';
  const question: Question = {
    element: own,
    details,
    stem,
    last,
    expected,
    given: () => chosen(own),
  };
  stem.id ||= `${own.id}-stem`;
  const { type } = own.dataset;
  const options = [...own.querySelectorAll<HTMLElement>('.option')];
  if (options.length > 1) addInputs(question, options, type);
  else if (type === 'true-false') addJudgements(question, words);
  else if (type !== 'short' && expected !== '') addInput(question, words);
  return question;
}

function addInputs(
  { element: own, stem }: Question,
  options: readonly HTMLElement[],
  type: string | undefined,
): void {
  const kind = type === 'multiple' ? 'checkbox' : 'radio';
  for (const option of options) {
    const letter = option.dataset.letter ?? '';
    const value = type === 'true-false' ? judgementOf(option.textContent ?? '') : letter;
    const label = element('label', {});
    label.append(inputOf(kind, own.id, value), ...option.childNodes);
    option.append(label);
  }
  // Options may stand in a paragraph each
  const holders = new Set(options.map((option) => option.closest('.options')));
  const [holder = null] = holders;
  group(holders.size === 1 ? (holder ?? own) : own, kind, stem);
}

function addJudgements({ element: own, stem, last }: Question, words: DOMStringMap): void {
  const choices = element('p', { className: 'self-test-choices' });
  for (const [value, text] of [
    ['对', words.trueLabel],
    ['错', words.falseLabel],
  ] as const) {
    choices.append(element('label', {}, inputOf('radio', own.id, value), text ?? ''), ' ');
  }
  group(choices, 'radio', stem);
  last.after(choices);
}

function addInput(question: Question, words: DOMStringMap): void {
  const input = element('input', { type: 'text', autocomplete: 'off' });
  input.setAttribute('aria-describedby', question.stem.id);
  const label = element('label', {}, `${words.inputLabel} `, input);
  question.last.after(element('p', { className: 'self-test-choices' }, label));
  question.given = () => input.value;
}

function show(question: Question, words: DOMStringMap): Result {
  const { element: own, details } = question;
  const result = judge(question);
  own.dataset.result = result;
  own.querySelector('.self-test-result')?.remove();
  const textContent = words[`${result}Label`] ?? '';
  const message = element('p', { className: 'self-test-result', textContent });
  if (details === null) own.append(message);
  else {
    details.before(message);
    details.open = true;
  }
  return result;
}

function judge({ element: own, expected, given }: Question): Result {
  if (expected === '' || own.querySelector('input') === null) return 'ungraded';
  const answer = plain(given());
  if (answer === '') return 'unanswered';
  return answer === plain(expected) ? 'right' : 'wrong';
}

function clear({ element: own, details }: Question): void {
  for (const input of own.querySelectorAll('input')) {
    if (input.type === 'text') input.value = '';
    input.checked = false;
  }
  own.querySelector('.self-test-result')?.remove();
  delete own.dataset.result;
  if (details !== null) details.open = false;
}

function inputOf(type: string, id: string, value: string): HTMLInputElement {
  return element('input', { type, name: `answer-${id}`, value });
}

function judgementOf(text: string): string {
  return /错|不正确|不对|[×✗✘]|否/.test(text) ? '错' : '对';
}

function chosen(own: HTMLElement): string {
  return [...own.querySelectorAll<HTMLInputElement>('input:checked')]
    .map(({ value }) => value)
    .join('');
}

function group(holder: Element, kind: string, stem: Element): void {
  holder.setAttribute('role', kind === 'radio' ? 'radiogroup' : 'group');
  holder.setAttribute('aria-labelledby', stem.id);
}

/** Case, width, spaces, punctuation and the order of letters make no answer wrong. */
function plain(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '');
  return /^[A-H]+$/.test(bare) ? [...bare].sort().join('') : bare;
}
