import type { Diagnostic } from '#diagnostics/diagnostic.ts';

/** What kept outputs from being made: each fault is told once, with the first page that it struck. */
export type Faults = Map<string, { diagnostic: Diagnostic; path: string; others: number }>;

export function noteFault(faults: Faults, diagnostic: Diagnostic, path: string): void {
  const key = JSON.stringify([diagnostic.message, diagnostic.place]);
  const known = faults.get(key);
  if (known === undefined) faults.set(key, { diagnostic, path, others: 0 });
  else known.others++;
}

export function tellFaults(faults: Faults): Diagnostic[] {
  return [...faults.values()].map(({ diagnostic, path, others }) => {
    const { message } = diagnostic;
    const isOfTemplate = message.says === 'template' || message.says === 'template/missing';
    return isOfTemplate ? { ...diagnostic, message: { ...message, path, others } } : diagnostic;
  });
}
