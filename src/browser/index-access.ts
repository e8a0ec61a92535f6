import { readContent, receiver } from '#search/files.ts';
import type { Access } from '#search/index-reader.ts';

/** Where the files of the index lie: an address that ends in `/`. */
export type Place = Readonly<{ base: string }>;

function addressOf(name: string, version: string | null, { base }: Place): string {
  return `${base}${name}.js${version === null ? '' : `?v=${version}`}`;
}

/** Reaches the index by requests; for workers. */
export function accessByRequest(place: Place): Access {
  return {
    async load(name, version) {
      // The library says which version the other files are asked for in: it is never an old one
      const cache = version === null ? 'no-cache' : 'default';
      const response = await fetch(addressOf(name, version, place), { cache });
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return readContent(await response.text());
    },
    inflate,
  };
}

type Receive = (name: string, ...values: unknown[]) => void;

declare global {
  interface Window {
    guidangSearch?: Receive;
  }
}

/** Reaches the index by scripts, which pages opened as files may load too. */
export function accessByScript(place: Place): Access {
  const waiting = new Map<string, (values: readonly unknown[]) => void>();
  window[receiver] = (name, ...values) => waiting.get(name)?.(values);
  return {
    load: (name, version) =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        const done = () => {
          waiting.delete(name);
          script.remove();
        };
        waiting.set(name, (values) => {
          done();
          resolve(values);
        });
        script.addEventListener('error', () => {
          done();
          reject(new Error(`${name} cannot be loaded`));
        });
        script.src = addressOf(name, version, place);
        document.head.append(script);
      }),
    inflate,
  };
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
