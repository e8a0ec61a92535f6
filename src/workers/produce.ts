import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { ownFault } from '#diagnostics/own-faults.ts';
import { systemFault } from '#diagnostics/system-faults.ts';
import type { Body } from '#document/document.ts';
import type { Emitter, OutputPath, Tools } from '#emitters/emitter.ts';
import { UnreadableFile } from '#formats/container/unreadable.ts';
import type { Put, Writer } from '#output/publish.ts';
import { TemplateProblem } from '#render/template-problem.ts';
import type { TemplateSources } from '#render/template-source.ts';
import { createRenderer } from '#render/templates.ts';
import { DamagedPack, type PackReader } from '#store/packs.ts';
import { unpackBody } from '#store/stored-body.ts';
import type { Stored } from '#store/stored-parts.ts';
import { unpackFile } from './unpack-file.ts';

/** One output to be made. */
export type ProduceJob = Readonly<{
  path: OutputPath;
  /** Name of its emitter. */
  by: string;
  input: unknown;
  /** Where the bodies and texts lie that it asks for, by document. */
  stored: readonly (readonly [id: string, stored: Stored])[];
}>;

/** What became of it; of what kept it from being made the message lacks the page. */
export type Produced = Readonly<{ put: Put } | { fault: Diagnostic }>;

/** Makes and publishes one output. */
export type Produce = (job: ProduceJob) => Produced;

/** What outputs are made with. */
export type Workshop = Readonly<{
  templates: TemplateSources;
  packs: PackReader;
  shard: (number: number) => Uint8Array;
  writer: Writer;
}>;

const noBody: Body = { blocks: [], asides: [], questions: [] };

export function openProducer(
  emitters: readonly Emitter<unknown>[],
  { templates, packs, shard, writer }: Workshop,
): Produce {
  const renderer = createRenderer(templates);
  const byName = new Map(emitters.map((emitter) => [emitter.name, emitter]));
  let stored: ReadonlyMap<string, Stored> = new Map();
  let may: readonly string[] = [];
  /** What an emitter does not name its outputs would not follow. */
  const named = (template: string) => {
    if (!may.includes(template))
      throw new Error(`${template} is not among the emitter's templates`);
    return template;
  };
  const tools: Tools = {
    render: (template, view) => renderer.render(named(template), view),
    renderShared: (template, view) => renderer.renderShared(named(template), view),
    body: (id) => {
      const ref = stored.get(id)?.body;
      return ref === undefined ? noBody : unpackBody(packs.read(ref));
    },
    searchText: (id) => {
      const ref = stored.get(id)?.text ?? null;
      return ref === null ? new Uint8Array() : packs.read(ref);
    },
    shard,
  };
  return ({ path, by, input, stored: asked }) => {
    stored = new Map(asked);
    try {
      const emitter = byName.get(by);
      may = emitter?.templates ?? [];
      const content = emitter?.produce(input, tools) ?? '';
      return { put: writer.put(path, unpackFile(content)) };
    } catch (problem) {
      return { fault: diagnose(problem, path) };
    }
  };
}

/**
 * What kept an output from being made. One document's text must not end the build.
 *
 * @throws DamagedPack, after which the whole build begins anew
 */
export function diagnose(problem: unknown, path: string): Diagnostic {
  if (problem instanceof DamagedPack) throw problem;
  if (problem instanceof TemplateProblem) return problem.diagnostic;
  if (problem instanceof UnreadableFile) return error({ says: 'part-unread', path });
  const fault = systemFault(problem, { is: 'write', path });
  return fault ?? ownFault(problem, { is: 'make', path });
}
