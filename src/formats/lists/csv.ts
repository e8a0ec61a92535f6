/**
 * The rows of a table in comma-separated values (RFC 4180), with the line on which each begins. Cells may be in
 * quotes and hold commas, quotes and line ends; a tab or a semicolon parts them where the head has it instead.
 */
export function readCsv(text: string): {
  rows: { line: number; cells: string[] }[];
  /** The row in which a quote is opened that is not closed: it took all below it. */
  openQuote: number | null;
} {
  const head = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'));
  const comma = [',', '\t', ';'].find((sign) => head.includes(sign)) ?? ',';
  const rows: { line: number; cells: string[] }[] = [];
  let [cells, cell, line, begin, isQuoted] = [[] as string[], '', 1, 1, false];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: begin, cells });
    [cells, cell, begin] = [[], '', line + 1];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign === '"' && text.charAt(at + 1) === '"') {
        cell += sign;
        at++;
      } else if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === comma) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') endRow();
    else cell += sign;
    if (sign === '\n') line++;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return { rows, openQuote: isQuoted ? begin : null };
}
