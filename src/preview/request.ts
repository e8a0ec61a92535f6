import type { IncomingMessage } from 'node:http';

/** Longest request target that is read, in octets (RFC 9110, 4.1: at least 8000). */
const longestTarget = 8000;

/** What a request asks for, or the status that it is refused with. */
export type Asked = Readonly<{ path: string } | { refused: number }>;

/**
 * Checks a request before anything is looked up: its host, its method and its path.
 *
 * @param port of this server
 */
export function readRequest(request: IncomingMessage, port: number): Asked {
  if (!['1.0', '1.1'].includes(request.httpVersion)) return { refused: 505 };
  // Two answers to the question who is asked (RFC 9112, 3.2)
  if ((request.headersDistinct.host?.length ?? 0) > 1) return { refused: 400 };
  const target = request.url ?? '/';
  const absolute = /^http:\/\/([^/?#]*)(.*)$/is.exec(target);
  const host = absolute?.[1] ?? request.headers.host ?? '';
  if (!isLocal(host, port)) return { refused: 403 };
  if (request.method !== 'GET' && request.method !== 'HEAD') return { refused: 405 };
  if (target.length > longestTarget) return { refused: 414 };
  const path = readPath(absolute?.[2] === '' ? '/' : (absolute?.[2] ?? target));
  return path === null ? { refused: 400 } : { path };
}

/** Another host's name that leads here (DNS rebinding) gets nothing. A port may be left out where it is 80. */
function isLocal(host: string, port: number): boolean {
  const written = port === 80 && !/:\d*$/.test(host) ? `${host}:80` : host;
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return names.some((name) => written.toLowerCase() === `${name}:${port}`);
}

/**
 * The path of a request, decoded once, or null where it is malformed or names what is no part of the
 * site: `..`, and hidden files such as the manifest.
 */
function readPath(target: string): string | null {
  try {
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '/');
    const isHidden = path.split(/[/\\]/).some((part) => part.startsWith('.'));
    return isHidden || path.includes('\0') || !path.startsWith('/') ? null : path;
  } catch {
    return null;
  }
}
