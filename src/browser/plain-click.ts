/** Whether a click asks for nothing but to follow the link here: no other tab, window or menu. */
export function isPlainClick(event: MouseEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
}
