/** Pixels by which one scrolls before that means anything. */
const least = 12;

/** Keeps the bar at the foot of a phone out of the way while the reader goes on, and brings it back on the way up. */
export function followScrolling(bar: HTMLElement): void {
  let last = scrollY;
  addEventListener(
    'scroll',
    () => {
      const distance = scrollY - last;
      if (Math.abs(distance) < least) return;
      last = scrollY;
      const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - least;
      if (distance > 0 && scrollY > least && !isAtEnd && !bar.matches(':focus-within'))
        bar.dataset.away = '';
      else delete bar.dataset.away;
    },
    { passive: true },
  );
}
