import type { Inferred } from '#document/evidence.ts';
import type { Kind } from '#document/kind/kinds.ts';
import type { Surroundings } from '#document/layout/surroundings.ts';
import { onlyPlaceholders } from '#document/placeholders/placeholders.ts';
import { speakerAndOccasion } from './occasion.ts';
import { surnames } from './surnames.ts';

/** Who spoke or wrote, where, and on whose behalf. */
export type Names = Readonly<{
  speaker: Inferred<string> | null;
  occasion: Inferred<string> | null;
  organisation: Inferred<string> | null;
}>;

export type NameSources = Readonly<{
  title: string;
  titleLine: number | null;
  front: Omit<Surroundings, 'blocks'>;
  kind: Kind | null;
}>;

/** Official papers and rules are an office's; a name under their title is not who speaks. */
const unsignedGroups: ReadonlySet<string> = new Set(['official', 'rule', 'meeting', 'test']);

/** 国务院办公厅关于…的通知: who issues an official paper stands before 关于. */
const issuer =
  /^(?!学习|贯彻|落实|传达|深入|认真|坚持|围绕|根据|按照)((?:中共|中国共产党|中华人民共和国)?[\p{Script=Han}×X]{2,30}?(?:委员会|委|局|厅|部|办公室|办|室|政府|院|校|[大中小]学|中心|公司|支部|党组|处|站|所|社|会|团))关于/u;

/** Reads names from the title first, then from the lines under it, then from the signature. */
export function inferNames(sources: NameSources, isOn: boolean): Names {
  if (!isOn) return { speaker: null, occasion: null, organisation: null };
  const { title, titleLine, front, kind } = sources;
  const ofTitle = speakerAndOccasion(title);
  const { subtitle, dateline, byline, signature } = front;
  const ofSubtitle = subtitle === null ? null : speakerAndOccasion(subtitle);
  const inDateline =
    /在(.{3,50}?)(?:上|期间)?(?:的?讲话)?\s*[)）]$/.exec(dateline?.text ?? '')?.[1] ?? null;
  const inSubtitle = personOf(subtitle);
  const isSpoken = kind === null || !unsignedGroups.has(kind.group);
  return {
    speaker:
      infer(ofTitle.speaker, 0.9, 'title', titleLine) ??
      infer(ofSubtitle?.speaker ?? null, 0.85, 'subtitle', null) ??
      infer(isSpoken ? inSubtitle : null, 0.75, 'subtitle', null) ??
      infer(
        isSpoken && byline !== null ? byline.replace(/[\s　]+/g, ' ') : null,
        0.8,
        'byline',
        null,
      ) ??
      infer(isSpoken ? signatory(signature) : null, 0.7, 'signature', signature?.line ?? null),
    occasion:
      infer(ofTitle.occasion, 0.95, 'title', titleLine) ??
      infer(ofSubtitle?.occasion ?? placeOfSpeech(subtitle), 0.9, 'subtitle', null) ??
      infer(inDateline, 0.85, 'dateline', dateline?.line ?? null),
    organisation:
      infer(
        signature?.isBody === true ? signature.text : null,
        0.85,
        'signature',
        signature?.line ?? null,
      ) ??
      infer(issuer.exec(title)?.[1] ?? null, 0.85, 'title-issuer', titleLine) ??
      infer(front.issuer, 0.8, 'issuer', null),
  };
}

/** `2024年1月15日在…会议上`, under the title of a report. */
function placeOfSpeech(subtitle: string | null): string | null {
  return /在([^，。；]{3,50}?)上\s*(?:[（(].*)?$/.exec(subtitle ?? '')?.[1] ?? null;
}

/** Who signs by name, and not for an office: `述职人：赵××`. */
function signatory(signature: NameSources['front']['signature']): string | null {
  if (signature === null || signature.isBody) return null;
  const name = signature.text.replace(/[\s　]+/g, '');
  const isShort = /^[\p{Script=Han}][\p{Script=Han}×XxＸ*○]{1,3}$/u.test(name);
  return isShort && (surnames.includes(name.charAt(0)) || /[×XxＸ*○]/.test(name)) ? name : null;
}

/** `市长 王××（2023年4月28日）`: a subtitle that is nothing but a person and a date. */
function personOf(subtitle: string | null): string | null {
  const bare = (subtitle ?? '').replace(/[（(][^（()）]*[)）]\s*$/, '').trim();
  const parts = bare.split(/[\s　]+/);
  const isPerson =
    parts.length === 2 &&
    /(?:[长记任员席授师]|书记|主任|经理)$/.test(parts[0] ?? '') &&
    (parts[1] ?? '').length <= 4;
  return isPerson ? parts.join(' ') : null;
}

function infer(
  value: string | null,
  confidence: number,
  rule: string,
  line: number | null,
): Inferred<string> | null {
  if (value === null || onlyPlaceholders(value)) return null;
  return { value, confidence, evidence: { rule, line, words: value } };
}
