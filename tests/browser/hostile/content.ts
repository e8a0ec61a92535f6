import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostileFiles, textFields } from './heads.ts';
import { everyPayload, inText } from './payloads.ts';

/**
 * Writes documents in which every payload stands in Markdown, in plain text, in a crawled page and
 * its list, in every field of front matter, and in names of files.
 *
 * @param together payloads that share a text; with 1 each has files of its own
 */
export function writeHostileContent(content: string, together: number): number {
  const files: Record<string, string> = { ...hostileFiles };
  const groups = everyPayload.filter((_, index) => index % together === 0);
  for (const [number] of groups.entries()) {
    const group = everyPayload.slice(number * together, (number + 1) * together);
    const name = String(number).padStart(3, '0');
    files[`text-${name}.md`] = `${group.map(inText).join('\n\n')}\n`;
    files[`plain-${name}.txt`] = `${group.join('\n\n')}\n`;
    files[`crawled-${name}.txt`] = crawled(group);
  }
  for (const [number, payload] of everyPayload.entries()) {
    // The bounded form gives each payload one field in turn, the full one every field
    const fields = together === 1 ? textFields : [pick(number), 'title' as const];
    files[`fields-${String(number).padStart(3, '0')}.md`] = withFields(payload, fields);
  }
  mkdirSync(content, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(content, name), text);
  return Object.keys(files).length + writeNames(content);
}

function pick(number: number): (typeof textFields)[number] {
  return textFields[number % textFields.length] ?? 'title';
}

function withFields(payload: string, fields: readonly string[]): string {
  const value = JSON.stringify(payload);
  const lines = [...new Set(fields)].map((name) => {
    return ['tags', 'aliases'].includes(name) ? `${name}: [${value}]` : `${name}: ${value}`;
  });
  return `---\n${lines.join('\n')}\ndate: 2024-08-07\npopular: true\n---\n${payload}\n`;
}

/** A page as crawlers leave it: a list of titles and times above the text. */
function crawled(group: readonly string[]): string {
  const lines = group.map((payload) => `• ${payload.replaceAll('\n', ' ')} 2024-08-07 09:23:21`);
  return `热门文档\n${lines.join('\n')}\n${group[0] ?? ''}\n${group.join('\n')}\n`;
}

/** Payloads as names of files, where the file system takes them. */
function writeNames(content: string): number {
  let written = 0;
  for (const [number, payload] of everyPayload.entries()) {
    const name = `${number} ${payload.replaceAll('/', '∕').slice(0, 80)}.md`;
    try {
      writeFileSync(join(content, name), `${payload}\n`);
      written++;
    } catch {
      // NUL and lone surrogates are no names anywhere
    }
  }
  return written;
}
