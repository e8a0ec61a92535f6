// biome-ignore lint/suspicious/noRedundantUseStrict: a script, no module
'use strict';

/*
 * Adds to a document what needs a script: buttons that copy a section or the link to it, and a
 * filter of a meeting's speakers. The page's words stand at [data-body] (data-copy-section,
 * data-copy-link, data-copied) and [data-speakers] (data-everybody). Without it nothing is missing.
 */
{
  const body = document.querySelector('[data-body]');
  const speakers = document.querySelector('[data-speakers]');
  if (body !== null) for (const heading of headingsOf(body)) addButtons(heading, body.dataset);
  if (body !== null && speakers !== null) addFilter(speakers, body);

  function headingsOf(element) {
    return element.querySelectorAll(':is(h2, h3, h4, h5, h6)[id]');
  }

  function addButtons(heading, words) {
    const holder = create('span', { className: 'section-tools' });
    holder.append(
      copier(words.copySection, words.copied, () => textOf(heading)),
      copier(words.copyLink, words.copied, () => new URL(`#${heading.id}`, location.href).href),
    );
    heading.append(holder);
  }

  function copier(label, done, textOfIt) {
    const button = create('button', { type: 'button', textContent: label });
    button.addEventListener('click', async () => {
      await copy(textOfIt());
      button.textContent = done;
      setTimeout(() => {
        button.textContent = label;
      }, 1500);
    });
    return button;
  }

  /** A heading and what stands under it, up to the next heading of its level or above. */
  function textOf(heading) {
    const level = Number(heading.localName.slice(1));
    const lines = [plain(heading)];
    for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
      const isHeading = /^h[2-6]$/.test(next.localName);
      if (isHeading && Number(next.localName.slice(1)) <= level) break;
      lines.push(plain(next));
    }
    return `${lines.join('\n')}\n`;
  }

  /** The words of the text; what the page and its scripts added is none of them. */
  function plain(element) {
    const bare = element.cloneNode(true);
    const added = '.section-tools, .self-test-choices, .self-test-result, summary';
    for (const tool of bare.querySelectorAll(added)) tool.remove();
    return bare.textContent.trim();
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages opened as files may not use the clipboard; what is selected can be copied all the same
      const focused = document.activeElement;
      const area = create('textarea', { value: text, readOnly: true });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      focused?.focus({ preventScroll: true });
    }
  }

  /** Every speaker becomes a button; pressed, only that one's turns are shown. */
  function addFilter(list, text) {
    const turns = [...text.querySelectorAll('.turn')].map((turn) => ({
      speaker: turn.dataset.speaker,
      elements: [turn, ...continuationOf(turn)],
    }));
    const buttons = new Map();
    const choose = (name) => {
      for (const [other, button] of buttons) button.ariaPressed = String(other === name);
      for (const { speaker, elements } of turns) {
        for (const element of elements) element.hidden = name !== null && speaker !== name;
      }
      text.classList.toggle('filtered', name !== null);
    };
    const items = list.querySelectorAll('[data-speaker]');
    const everybody = create('li');
    everybody.append(button(null, list.dataset.everybody));
    items[0]?.before(everybody);
    for (const item of items) {
      const { speaker } = item.dataset;
      const made = button(speaker, '');
      made.append(...item.childNodes);
      item.append(made);
    }
    choose(null);
    // Who asks for a place, a resolution's for one, is to see it
    document.addEventListener('click', ({ target }) => {
      const place = target.closest('a[href^="#"]')?.hash.slice(1);
      if (place && document.getElementById(place)?.closest('[hidden]')) choose(null);
    });

    function button(name, textContent) {
      const made = create('button', { type: 'button', textContent });
      made.addEventListener('click', () => choose(name));
      buttons.set(name, made);
      return made;
    }
  }

  /**
   * What a speaker went on to say. Words before a colon may name somebody else, and a last `…如下：`
   * introduces what stands below it.
   */
  function continuationOf(turn) {
    const found = [];
    let next = turn.nextElementSibling;
    while (
      next?.matches('p:not([class]), ul, ol') &&
      !/^[^，。；：]{1,12}：./.test(next.textContent)
    ) {
      found.push(next);
      next = next.nextElementSibling;
    }
    if (next !== null && /：\s*$/.test(found.at(-1)?.textContent ?? '')) found.pop();
    return found;
  }

  function create(name, properties = {}) {
    return Object.assign(document.createElement(name), properties);
  }
}
