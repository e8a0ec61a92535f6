import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { clientScript, previewPath } from './client.ts';

/** What pages are told after each build. */
type PreviewState = Readonly<{
  version: string;
  /** The version before this one. */
  previous: string;
  /** What differs between the two: pages that show something else need not reload. null: too much to tell. */
  changed: readonly string[] | null;
  problems: string;
}>;

export type Preview = Readonly<{
  url: string;
  tell: (state: PreviewState) => void;
  close: () => Promise<void>;
}>;

const loopback = '127.0.0.1';
const scriptTag = `<script src="${previewPath}client.js" defer></script>`;

/**
 * Serves an output folder on the loopback interface, with the script for live reload in each page.
 * Takes a free port where the wanted one is taken.
 */
export async function openPreview(output: string, wantedPort: number): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  let state: PreviewState = { version: '', previous: '', changed: null, problems: '' };
  const files = sirv(output, {
    dev: true,
    dotfiles: false,
    onNoMatch: (_request, response) => sendPage(output, '404.html', 404, response),
  });

  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    if (!isLocal(request, server)) return end(response, 403, 'this preview serves 127.0.0.1 only');
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, '');
    const path = readPath(request.url ?? '/');
    if (path === null) return end(response, 400, 'not an address');
    if (path === `${previewPath}events`) return listen(request, response);
    if (path === `${previewPath}client.js`) {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
      return end(response, 200, clientScript);
    }
    const page = pageOf(path);
    if (page === null || !sendPage(output, page, 200, response)) files(request, response);
  });

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(formatState(state));
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
  }

  return {
    url: `http://${loopback}:${await listenOn(server, wantedPort)}/`,
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

function formatState(state: PreviewState): string {
  return `event: state\ndata: ${JSON.stringify(state)}\n\n`;
}

/** Another host's name that leads here (DNS rebinding) gets nothing. */
function isLocal(request: IncomingMessage, server: Server): boolean {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const allowed = [loopback, 'localhost'].map((name) => `${name}:${port}`);
  return allowed.includes(request.headers.host ?? '');
}

/** The decoded path of a request, or null where it is malformed or leads out of the folder. */
function readPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
    const outside = path.includes('\0') || path.split(/[/\\]/).some(isHidden);
    return outside || !path.startsWith('/') ? null : path;
  } catch {
    return null;
  }
}

/** `..`, and files that are no part of the site, such as the manifest. */
function isHidden(part: string): boolean {
  return part.startsWith('.');
}

/** The page that a path stands for below the output folder; null for other files. */
function pageOf(path: string): string | null {
  if (path.endsWith('/')) return `${path.slice(1)}index.html`;
  return path.endsWith('.html') ? path.slice(1) : null;
}

/** Sends a page with the preview's script in it; says whether there is such a page. */
function sendPage(output: string, page: string, status: number, response: ServerResponse): boolean {
  let html: string;
  try {
    html = readFileSync(join(output, page), 'utf8');
  } catch {
    if (status === 404) end(response, 404, 'not found');
    return false;
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  const at = html.lastIndexOf('</head>');
  const body = at === -1 ? html + scriptTag : `${html.slice(0, at)}${scriptTag}\n${html.slice(at)}`;
  end(response, status, body);
  return true;
}

function end(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.end(body);
}

/** Listens on a port, or on a free one where it is taken. Gives the port. */
async function listenOn(server: Server, port: number): Promise<number> {
  try {
    await attempt(server, port);
  } catch (problem) {
    const taken = problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE';
    if (!taken) throw problem;
    await attempt(server, 0);
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function attempt(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
