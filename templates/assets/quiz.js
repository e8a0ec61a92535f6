// biome-ignore lint/suspicious/noRedundantUseStrict: a script, no module
'use strict';

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
{
  const create = (name, properties = {}) => Object.assign(document.createElement(name), properties);
  const inputOf = (type, id, value) => create('input', { type, name: `answer-${id}`, value });
  const judgementOf = (text) => (/错|不正确|不对|[×✗✘]|否/.test(text) ? '错' : '对');
  const chosen = (element) =>
    [...element.querySelectorAll('input:checked')].map(({ value }) => value).join('');
  const group = (element, kind, stem) => {
    element.setAttribute('role', kind === 'radio' ? 'radiogroup' : 'group');
    element.setAttribute('aria-labelledby', stem.id);
  };
  const button = (textContent, action) => {
    const made = create('button', { type: 'button', textContent });
    made.addEventListener('click', action);
    return made;
  };
  /** Case, width, spaces, punctuation and the order of letters make no answer wrong. */
  const plain = (text) => {
    const bare = text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{P}]/gu, '');
    return /^[A-H]+$/.test(bare) ? [...bare].sort().join('') : bare;
  };

  const bar = document.querySelector('[data-self-test]');
  const elements = [...document.querySelectorAll('.question')];
  if (bar !== null && elements.length > 0) begin();

  function begin() {
    const words = bar.dataset;
    const questions = elements.map((element) => prepare(element, words));
    const score = create('p', { className: 'self-test-score', role: 'status', ariaLive: 'polite' });
    const check = () => {
      const graded = questions
        .map((question) => show(question, words))
        .filter((one) => one !== 'ungraded');
      const right = graded.filter((result) => result === 'right').length;
      score.textContent = `${words.scoreLabel} ${right} / ${graded.length}`;
    };
    const reset = () => {
      questions.forEach(clear);
      score.textContent = '';
    };
    bar.append(
      button(words.checkLabel, check),
      button(words.resetLabel, reset),
      button(words.printLabel, () => printSheet(false)),
      button(words.printAnswersLabel, () => printSheet(true)),
      score,
    );
    bar.hidden = false;
  }

  /** Gives a question its controls; `given` reads what the reader has chosen or written. */
  function prepare(element, words) {
    const details = element.querySelector('details.answer');
    const stems = [...element.querySelectorAll('.stem')];
    const [stem = element] = stems;
    const last = stems.at(-1) ?? element.firstElementChild;
    const question = { element, details, stem, last, expected: details?.dataset.answer ?? '' };
    question.given = () => chosen(element);
    stem.id ||= `${element.id}-stem`;
    const { type } = element.dataset;
    const options = [...element.querySelectorAll('.option')];
    if (options.length > 1) addInputs(question, options, type);
    else if (type === 'true-false') addJudgements(question, words);
    else if (type !== 'short' && question.expected !== '') addInput(question, words);
    return question;
  }

  function addInputs({ element, stem }, options, type) {
    const kind = type === 'multiple' ? 'checkbox' : 'radio';
    for (const option of options) {
      const { letter } = option.dataset;
      const value = type === 'true-false' ? judgementOf(option.textContent) : letter;
      const label = create('label');
      label.append(inputOf(kind, element.id, value), ...option.childNodes);
      option.append(label);
    }
    // Options may stand in a paragraph each
    const holders = new Set(options.map((option) => option.closest('.options')));
    group(holders.size === 1 ? (options[0].closest('.options') ?? element) : element, kind, stem);
  }

  function addJudgements({ element, stem, last }, words) {
    const choices = create('p', { className: 'self-test-choices' });
    for (const [value, text] of [
      ['对', words.trueLabel],
      ['错', words.falseLabel],
    ]) {
      const label = create('label');
      label.append(inputOf('radio', element.id, value), text);
      choices.append(label, ' ');
    }
    group(choices, 'radio', stem);
    last.after(choices);
  }

  function addInput(question, words) {
    const input = create('input', { type: 'text', autocomplete: 'off' });
    input.setAttribute('aria-describedby', question.stem.id);
    const label = create('label');
    label.append(`${words.inputLabel} `, input);
    const holder = create('p', { className: 'self-test-choices' });
    holder.append(label);
    question.last.after(holder);
    question.given = () => input.value;
  }

  function show({ element, details, expected, given }, words) {
    const isGraded = expected !== '' && element.querySelector('input') !== null;
    const answer = plain(given());
    const result = !isGraded
      ? 'ungraded'
      : answer === ''
        ? 'unanswered'
        : answer === plain(expected)
          ? 'right'
          : 'wrong';
    element.dataset.result = result;
    element.querySelector('.self-test-result')?.remove();
    const message = create('p', {
      className: 'self-test-result',
      textContent: words[`${result}Label`],
    });
    if (details === null) element.append(message);
    else {
      details.before(message);
      details.open = true;
    }
    return result;
  }

  function clear({ element, details }) {
    for (const input of element.querySelectorAll('input')) {
      if (input.type === 'text') input.value = '';
      input.checked = false;
    }
    element.querySelector('.self-test-result')?.remove();
    delete element.dataset.result;
    if (details !== null) details.open = false;
  }

  function printSheet(withAnswers) {
    const answers = [...document.querySelectorAll('details.answer')];
    const before = answers.map((details) => details.open);
    const restore = () => {
      for (const [index, details] of answers.entries()) details.open = before[index];
      document.documentElement.classList.remove('print-answers');
    };
    document.documentElement.classList.toggle('print-answers', withAnswers);
    for (const details of answers) details.open = withAnswers;
    window.addEventListener('afterprint', restore, { once: true });
    window.print();
  }
}
