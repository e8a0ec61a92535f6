import { closeSync, createReadStream, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { clientScript, previewPath } from './client.ts';
import { isFolder, openFile, typeOf } from './files.ts';
import { createLimitedServer, type Limits, listenOn, loopback, usualLimits } from './listening.ts';
import { readRequest } from './request.ts';

/** What pages are told after each build. */
type PageState = Readonly<{
  version: string;
  /** The version before this one. */
  previous: string;
  /** What differs between the two: pages that show something else need not reload. null: too much to tell. */
  changed: readonly string[] | null;
  /** What stands over the problems. */
  heading: string;
  problems: string;
}>;

export type Preview = Readonly<{
  url: string;
  tell: (state: PageState) => void;
  close: () => Promise<void>;
}>;

/** @param version of the build that the page is shown of; has no character that HTML takes for its own */
const scriptTag = (version: string) =>
  `<script src="${previewPath}client.js" data-version="${version}" defer></script>`;

/**
 * On every answer. The policy is the pages' own (templates/layout.njk); a directive for frames works in
 * a header only.
 */
const headers: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; " +
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves an output folder on the loopback interface, with the script for live reload in each page.
 * Takes a free port where the wanted one is taken.
 */
export async function openPreview(
  output: string,
  wantedPort: number,
  limits: Limits = usualLimits,
): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  let state: PageState = { version: '', previous: '', changed: null, heading: '', problems: '' };
  let port = 0;

  const server = createLimitedServer(limits, (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const asked = readRequest(request, port);
    if ('refused' in asked) return refuse(response, asked.refused);
    if (asked.path === `${previewPath}events`) return listen(request, response);
    if (asked.path === `${previewPath}client.js`) {
      response.setHeader('Content-Type', typeOf('client.js'));
      return end(response, 200, clientScript);
    }
    sendFile(output, asked.path, state.version, response);
  });

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    if (request.method === 'HEAD') return void response.end();
    response.write(formatState(state));
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
  }

  port = await listenOn(server, wantedPort);
  return {
    url: `http://${loopback}:${port}/`,
    tell(next) {
      state = next;
      for (const response of listeners) response.write(formatState(state));
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const response of listeners) response.end();
      server.closeAllConnections();
      await closed;
    },
  };
}

function formatState(state: PageState): string {
  return `event: state\ndata: ${JSON.stringify(state)}\n\n`;
}

const refusals: Readonly<Record<number, string>> = {
  400: 'not an address',
  403: 'this preview serves 127.0.0.1 only',
  405: 'a preview is only read',
  414: 'too long an address',
};

function refuse(response: ServerResponse, status: number): void {
  if (status === 405) response.setHeader('Allow', 'GET, HEAD');
  end(response, status, refusals[status] ?? '');
}

/** Sends what a path stands for below the output folder, or its 404.html. */
function sendFile(output: string, path: string, version: string, response: ServerResponse): void {
  const send = (page: string, status: number) => sendPage(output, page, status, version, response);
  const file = path.endsWith('/') ? `${path}index.html` : path;
  if (file.endsWith('.html')) {
    if (send(file, 200)) return;
  } else {
    if (sendBytes(output, file, response)) return;
    if (isFolder(output, file)) {
      moveTo(`${file}/`, response);
      return;
    }
  }
  if (!send('/404.html', 404)) end(response, 404, 'not found');
}

function sendBytes(output: string, file: string, response: ServerResponse): boolean {
  const found = openFile(output, file);
  if (found === null) return false;
  response.setHeader('Content-Type', typeOf(file));
  response.setHeader('Content-Length', found.size);
  // Browsers show PDF in a frame of their own, which the policy would keep empty
  if (file.endsWith('.pdf')) response.removeHeader('Content-Security-Policy');
  const bytes = createReadStream('', { fd: found.descriptor, end: Math.max(0, found.size - 1) });
  // A reader that goes away is no fault; a file that shrinks meanwhile ends the connection
  pipeline(bytes, response, () => {});
  return true;
}

/** Relative links need the slash. Empty parts are dropped: `//name/` would be another host. */
function moveTo(path: string, response: ServerResponse): void {
  const parts = path.split('/').filter((part) => part !== '');
  response.setHeader('Location', `/${parts.map(encodeURIComponent).join('/')}/`);
  end(response, 308, '');
}

/** Sends a page with the preview's script in it; says whether there is such a page. */
function sendPage(
  output: string,
  page: string,
  status: number,
  version: string,
  response: ServerResponse,
): boolean {
  const html = readText(output, page);
  if (html === null) return false;
  response.setHeader('Content-Type', typeOf(page));
  const at = html.lastIndexOf('</head>');
  const script = scriptTag(version);
  const body = at === -1 ? html + script : `${html.slice(0, at)}${script}\n${html.slice(at)}`;
  end(response, status, body);
  return true;
}

function readText(output: string, page: string): string | null {
  const found = openFile(output, page);
  if (found === null) return null;
  try {
    return readFileSync(found.descriptor, 'utf8');
  } catch {
    return null;
  } finally {
    closeSync(found.descriptor);
  }
}

function end(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.end(body);
}
