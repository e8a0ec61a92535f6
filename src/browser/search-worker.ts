import { accessByRequest, type Place } from './index-access.ts';
import { createEngine, type Engine, type Question } from './search-engine.ts';

/** What a worker is told: first where the index is, then questions. */
type Message = Place | Question;

/** Answers the questions of the page that started this worker. */
export function openSearchWorker(): void {
  let engine: Engine | null = null;
  self.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('base' in data) engine = createEngine(accessByRequest(data));
    else void engine?.(data, (answer) => self.postMessage(answer));
  });
}
