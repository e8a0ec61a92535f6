/** The address of this page, without a query and a place in it. */
export function pageAddress(): string {
  return location.href.replace(/[?#].*$/, '');
}
