import { element } from './elements.ts';

/** Every speaker of a record becomes a button; pressed, only that one's turns are shown. */
export function addSpeakerFilter(list: HTMLElement, body: Element): void {
  const turns = [...body.querySelectorAll<HTMLElement>('.turn')].map((turn) => ({
    speaker: turn.dataset.speaker,
    elements: [turn, ...continuationOf(turn)],
  }));
  const buttons = new Map<string | null, HTMLButtonElement>();
  const choose = (name: string | null) => {
    for (const [other, button] of buttons) button.ariaPressed = String(other === name);
    for (const { speaker, elements } of turns) {
      for (const each of elements) each.hidden = name !== null && speaker !== name;
    }
    body.classList.toggle('filtered', name !== null);
  };
  const button = (name: string | null, textContent: string) => {
    const made = element('button', { type: 'button', textContent });
    made.addEventListener('click', () => choose(name));
    buttons.set(name, made);
    return made;
  };
  const items = list.querySelectorAll<HTMLElement>('[data-speaker]');
  items[0]?.before(element('li', {}, button(null, list.dataset.everybody ?? '')));
  for (const item of items) {
    const made = button(item.dataset.speaker ?? '', '');
    made.append(...item.childNodes);
    item.append(made);
  }
  choose(null);
  // Who asks for a place, a resolution's for one, is to see it
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const place = target.closest<HTMLAnchorElement>('a[href^="#"]')?.hash.slice(1);
    if (place && document.getElementById(place)?.closest('[hidden]')) choose(null);
  });
}

/**
 * What a speaker went on to say. Words before a colon may name somebody else, and a last `…如下：`
 * introduces what stands below it.
 */
function continuationOf(turn: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  let next = turn.nextElementSibling;
  while (
    next instanceof HTMLElement &&
    next.matches('p:not([class]), ul, ol') &&
    !/^[^，。；：]{1,12}：./.test(next.textContent ?? '')
  ) {
    found.push(next);
    next = next.nextElementSibling;
  }
  if (next !== null && /：\s*$/.test(found.at(-1)?.textContent ?? '')) found.pop();
  return found;
}
