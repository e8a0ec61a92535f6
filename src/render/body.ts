import type { Outlined, PlacedHeading } from '#document/outline.ts';

/**
 * The HTML of a document's body. The page's title is its `h1`, so the outermost headings are `h2`.
 * Links and images to files of the archive still bear their markers.
 */
export function renderBody({ blocks }: Outlined): string {
  return blocks.map(renderBlock).join('');
}

function renderBlock(block: Outlined['blocks'][number]): string {
  if (block.type === 'paragraph') return `<p>${block.html}</p>\n`;
  return block.type === 'heading' ? renderHeading(block) : block.html;
}

function renderHeading({ anchor, depth, html, runIn }: PlacedHeading): string {
  const tag = `h${Math.min(depth + 1, 6)}`;
  const style = runIn ? ' class="run-in"' : '';
  return `<${tag} id="${anchor}"${style}>${html}</${tag}>\n`;
}

/** Puts addresses in place of the markers that content links left in a body. */
export function fillLinks(body: string, addresses: readonly string[]): string {
  return addresses.reduce(
    (html, address, index) => html.replaceAll(`="{${index}}"`, `="${address}"`),
    body,
  );
}
