import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { codeOf } from '#diagnostics/exceptions.ts';

/** How much a client may ask of the preview: times in milliseconds. */
export type Limits = Readonly<{
  headersTimeout: number;
  requestTimeout: number;
  /** How often connections are looked at for the two times above. */
  checkEvery: number;
  connections: number;
}>;

export const usualLimits: Limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  checkEvery: 2000,
  connections: 256,
};

export const loopback = '127.0.0.1';

/** A server that ends slow clients, and answers what is no HTTP with a status. */
export function createLimitedServer(limits: Limits, answer: RequestListener): Server {
  const { headersTimeout, requestTimeout, checkEvery, connections } = limits;
  const options = { headersTimeout, requestTimeout, connectionsCheckingInterval: checkEvery };
  const server = createServer(options, answer);
  server.maxConnections = connections;
  server.on('clientError', (problem: Error & { code?: string }, socket) => {
    refuse(socket, statuses[problem.code ?? ''] ?? 400);
  });
  // Without these two, Node closes the connection and says nothing
  server.on('connect', (_, socket) => refuse(socket, 405, 'Allow: GET, HEAD\r\n'));
  server.on('dropRequest', (_, socket) => refuse(socket, 503));
  return server;
}

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
  HPE_INVALID_VERSION: 505,
};

function refuse(socket: Duplex, status: number, more = ''): void {
  if (!socket.writable) return void socket.destroy();
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`;
  socket.end(`${line}\r\n${more}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}

/** Listens on the loopback interface, on a free port where the wanted one is taken. Gives the port. */
export async function listenOn(server: Server, port: number): Promise<number> {
  try {
    await attempt(server, port);
  } catch (problem) {
    if (codeOf(problem) !== 'EADDRINUSE') throw problem;
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
