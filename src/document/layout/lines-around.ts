import { type FoundDate, findDate } from '#document/dates/dates.ts';
import type { Paragraph, Role } from '#document/text/blocks.ts';

/** A paragraph of which nothing is known yet, and its place among the blocks. */
export type Open = Readonly<{ block: Paragraph; index: number }>;

/** Gives a block its role. */
export type GiveRole = (index: number, role: Role) => void;

/** A date with the line that states it. */
export type Dated = Readonly<{ date: FoundDate; line: number; text: string }>;

const organisation =
  /(?:委员会|委|局|厅|部|办公室|办|室|政府|院|学校|[大中小]学|[党中分心技艺体]校|中心|公司|组|支部|党委|总支|处|科|站|所|社|队|团|馆|园|镇|乡|村|街道|指挥部|协会|联合会|学会|银行|基地|集团|厂|工会|(?:委|协|理事|基金|商|董事|监事|联谊|促进)会|妇联|人大|政协|法院|检察院)$/;

/** Whether a name is that of an office or another body, and not of a person; 来源：… names where a text is from. */
export function isOrganisation(name: string): boolean {
  return (
    !/[：:的是我你他她们了把被]|^(?:建设|打造|走进|走向|美丽|共建|共创|奔向)/.test(name) &&
    organisation.test(name)
  );
}

/** The date that a line is, whole. */
export function isDateAlone(text: string): FoundDate | null {
  if (text.length > 30) return null;
  const bare = text.trim().replace(/^[（(](.*)[)）]$/, '$1');
  const found = findDate(bare);
  return found !== null && found.from === 0 && found.to >= bare.length ? found : null;
}
