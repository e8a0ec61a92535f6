import { element } from '#browser/elements.ts';
import { openSelfTest } from '#browser/self-test.ts';

/*
 * Turns the questions of a page into a self-test. The page's words stand at [data-self-test]:
 *   data-check-label 交卷             data-reset-label 重做        data-score-label 得分
 *   data-right-label 答对了           data-wrong-label 答错了      data-unanswered-label 未作答
 *   data-ungraded-label 请对照答案    data-input-label 你的答案
 *   data-true-label 对                data-false-label 错
 *   data-print-label 打印试题         data-print-answers-label 打印试题和答案
 * Made here, for the style sheet: .self-test-score (in the bar; the bar may be sticky),
 * .self-test-choices and .self-test-result (in a question), and data-result at .question:
 * right, wrong, unanswered or ungraded. <html> has the class print-answers while it is printed so.
 */
const bar = document.querySelector<HTMLElement>('[data-self-test]');
const questions = [...document.querySelectorAll<HTMLElement>('.question')];
if (bar !== null && questions.length > 0) begin(bar);

function begin(place: HTMLElement): void {
  const words = place.dataset;
  const { check, reset } = openSelfTest(questions, words);
  const score = element('p', { className: 'self-test-score', role: 'status', ariaLive: 'polite' });
  const button = (textContent: string | undefined, act: () => void) => {
    const made = element('button', { type: 'button', textContent: textContent ?? '' });
    made.addEventListener('click', act);
    return made;
  };
  place.append(
    button(words.checkLabel, () => {
      const { right, graded } = check();
      score.textContent = `${words.scoreLabel} ${right} / ${graded}`;
    }),
    button(words.resetLabel, () => {
      reset();
      score.textContent = '';
    }),
    button(words.printLabel, () => printSheet(false)),
    button(words.printAnswersLabel, () => printSheet(true)),
    score,
  );
  place.hidden = false;
}

function printSheet(withAnswers: boolean): void {
  const answers = [...document.querySelectorAll<HTMLDetailsElement>('details.answer')];
  const before = answers.map((details) => details.open);
  const restore = () => {
    for (const [index, details] of answers.entries()) details.open = before[index] ?? false;
    document.documentElement.classList.remove('print-answers');
  };
  document.documentElement.classList.toggle('print-answers', withAnswers);
  for (const details of answers) details.open = withAnswers;
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
