/*
 * Where the reader is in a text: the outline shows it, and keys go on from there.
 */

/** The headings of a text that have an address. */
export function headingsOf(body: Element): HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>(':is(h2, h3, h4, h5, h6)[id]')];
}

/** How far below the top of the window a heading counts as reached, in pixels. */
const margin = 96;

/** Index of the section that is being read; -1 before the first. */
function currentSection(headings: readonly HTMLElement[]): number {
  let current = -1;
  for (const [index, heading] of headings.entries()) {
    if (heading.getBoundingClientRect().top > margin) break;
    current = index;
  }
  return current;
}

/** Marks the entry of the outline whose section is being read. */
export function followReading(outline: HTMLElement, headings: readonly HTMLElement[]): void {
  const links = new Map(
    [...outline.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      link,
    ]),
  );
  let marked: HTMLAnchorElement | null = null;
  let isWaiting = false;
  const follow = () => {
    isWaiting = false;
    const link = links.get(headings[currentSection(headings)]?.id ?? '') ?? null;
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    marked = link;
    if (link !== null) keepInView(link, outline);
  };
  const wait = () => {
    if (!isWaiting) requestAnimationFrame(follow);
    isWaiting = true;
  };
  addEventListener('scroll', wait, { passive: true });
  addEventListener('resize', wait, { passive: true });
  follow();
}

/**
 * Scrolls an outline that is longer than its place, and nothing else; not from under the reader's
 * pointer.
 */
function keepInView(link: HTMLElement, outline: HTMLElement): void {
  if (outline.scrollHeight <= outline.clientHeight || outline.matches(':hover')) return;
  const place = link.getBoundingClientRect();
  const frame = outline.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) {
    outline.scrollTop += place.top - frame.top - frame.height / 3;
  }
}

/**
 * Gives a way to go a section on or back. It starts from the heading that it last went to as long as
 * that has the focus and is seen: a page may be too short to scroll to it. Else it starts from where
 * the reader is.
 */
export function walkSections(headings: readonly HTMLElement[]): (step: 1 | -1) => void {
  let last = -1;
  return (step) => {
    const heading = headings[last];
    const isThere = heading !== undefined && document.activeElement === heading && isSeen(heading);
    const current = isThere ? last : currentSection(headings);
    const at = current === last ? 0 : (headings[current]?.getBoundingClientRect().top ?? 0);
    // Back from within a section goes to its own beginning first
    const number = step < 0 && at < -8 ? current : current + step;
    const target = headings[number];
    if (target === undefined) return;
    last = number;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  };
}

function isSeen(heading: HTMLElement): boolean {
  const { top, bottom } = heading.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
