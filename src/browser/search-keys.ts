/** Down goes from the input into the results and on, up back again; Escape leaves them. */
export function moveByKey(
  event: KeyboardEvent,
  input: HTMLInputElement,
  results: HTMLElement,
): void {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...results.querySelectorAll<HTMLAnchorElement>('h2 a')];
  const { activeElement: focused } = document;
  const at = focused instanceof HTMLAnchorElement ? links.indexOf(focused) : -1;
  const inInput = focused === input;
  // Nothing has the focus yet when a page comes with its results
  const isFree = focused === null || focused === document.body;
  if (!inInput && at < 0 && !isFree) return;
  if (event.key === 'ArrowDown') links[at + 1]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
  else if (event.key === 'Escape' && !isFree) {
    if (inInput) input.blur();
    else input.focus();
  } else return;
  event.preventDefault();
}
