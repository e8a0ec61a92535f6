/** Whether a key was pressed by itself, not to write something, and the reader wants keys to act. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (document.documentElement.dataset.keys === 'off') return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const { target } = event;
  return !(
    target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
  );
}
