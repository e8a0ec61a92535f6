import { accessByScript, type Place } from './index-access.ts';
import { type Answer, createEngine, type Question } from './search-engine.ts';

/** Sends questions to the engine; answers come back through `tell`. */
export type Ask = (question: Question) => void;

/** The engine runs in a worker where there can be one; pages opened as files must do it themselves. */
export function connect(place: Place, script: string, tell: (answer: Answer) => void): Ask {
  const here = (): Ask => {
    const engine = createEngine(accessByScript(place));
    return (question) => void engine(question, tell);
  };
  if (!location.protocol.startsWith('http')) return here();
  try {
    const worker = new Worker(script);
    let own: Ask | null = null;
    let last: Question | null = null;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => tell(data));
    worker.addEventListener('error', () => {
      own ??= here();
      if (last !== null) own(last);
    });
    worker.postMessage(place);
    return (question) => {
      if (question.search !== null) last = question;
      if (own === null) worker.postMessage(question);
      else own(question);
    };
  } catch {
    return here();
  }
}
