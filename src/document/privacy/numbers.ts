import { hasLuhnDigit, isDay, isOldResidentNumber, isResidentNumber } from './checksums.ts';

export type NumberKind = 'resident-id' | 'mobile' | 'bank-card';

/**
 * What stands around a number: some characters before it, where numbers already found are line
 * breaks; those of them that are behind the last number found; and some behind it.
 */
export type Neighbours = Readonly<{
  before: string;
  near: string;
  after: string;
  /** Whether it is written as a decimal fraction is. */
  isDecimal: boolean;
}>;

/**
 * What a number is, if it is one of a person.
 *
 * @param characters digits, the last perhaps X, without separators
 * @param grouping how many stood together, such as 3-4-4
 */
export function kindOfNumber(
  characters: string,
  grouping: string,
  neighbours: Neighbours,
): NumberKind | null {
  if (isResidentNumber(characters)) return 'resident-id';
  const isOld = oldGroupings.has(grouping) && isOldResidentNumber(characters);
  if (isOld && !isFigure(neighbours) && !otherNumber.test(neighbours.near)) return 'resident-id';
  const isOne = isMobile(characters, grouping, neighbours);
  const isOther = !isOne && cardGroupings.has(grouping) && isCard(characters, neighbours);
  if ((!isOne && !isOther) || isFigure(neighbours)) return null;
  return isOne ? 'mobile' : 'bank-card';
}

/** The most groups that one number is written in. */
export const mostGroups = 5;

const oldGroupings = new Set(['15', '6-6-3', '6-9', '12-3', '6-2-2-2-3', spelt(15)]);
/** With 86 before it where the country is named; `+86` apart is a group of its own. */
const mobileGroupings = new Set(['11', '13', '15', '3-4-4', '3-8', '7-4', '5-4-4', '7-4-4']);
/** Columns of figures stand so too: only where a word says that it is a telephone. */
const unusualGroupings = new Set([
  ...['4-4-3', '3-3-5', '3-4-2-2', '3-2-3-3', '5-6', '6-5', '5-3-3', spelt(11)],
]);
const cardGroupings = new Set([
  ...['15', '16', '17', '18', '19'],
  ...['4-4-4-4', '4-4-4-4-1', '4-4-4-4-2', '4-4-4-4-3', '4-6-5', '6-10', '6-13', '4-4-4-7'],
  ...['8-8', '8-8-3', '4-4-8', '4-12', '4-15'],
]);

/** Digit by digit: 1-1-1 … */
function spelt(count: number): string {
  return Array(count).fill(1).join('-');
}

/**
 * Whether a number of any kind is written in such groups. Those of eighteen characters have proof
 * enough in themselves to be believed in any.
 */
export function isGrouping(grouping: string, length: number): boolean {
  return (
    length === 18 ||
    mobileGroupings.has(grouping) ||
    unusualGroupings.has(grouping) ||
    oldGroupings.has(grouping) ||
    cardGroupings.has(grouping)
  );
}

/** A sum, a quantity or an ordinal, not a number that somebody bears. */
function isFigure({ near, after }: Neighbours): boolean {
  return unit.test(after) || sum.test(near) || (bracket.test(near) && after.startsWith('号'));
}

const unit =
  /^\s?(?:[元圆万亿千吨%‰度户册斤亩株]|人(?![民事大])|立方|平方|公[里斤顷]|[美港日欧]元|英镑)/;
const sum =
  /(?:[第¥￥$€£]|(?:人民币|金额|合计|总计|总额|总值)[^\d]{0,4}|元[)）]|doi[^\d]{0,2}10\.)\s?$/i;
/** The year of a document number: 国发〔2024〕7号. */
const bracket = /[〕\]】）)]\s?$/;

/** Segments in use by China's numbering plan for mobile networks (工信部《电信网编号计划》). */
const mobile = /^1(?:3\d|4[014-9]|5[0-35-9]|6[25-7]|7[0-8]|8\d|9[0-35-9])\d{8}$/;

function isMobile(
  digits: string,
  grouping: string,
  { before, near, isDecimal }: Neighbours,
): boolean {
  const own = digits.length === 11 ? digits : digits.replace(/^(?:00)?86(?=\d{11}$)/, '');
  if (!mobile.test(own)) return false;
  const isNamed = telephone.test(before);
  const isGrouped = mobileGroupings.has(grouping) && !isDecimal && !otherNumber.test(near);
  if (!isGrouped && !(isNamed && (isDecimal || isGrouping(grouping, 11)))) return false;
  // 19980512001 is a day with a number behind it more often than a telephone
  const isDated = own.startsWith('19') && isDay(own.slice(0, 8), 1900);
  return !isDated || isNamed;
}

const telephone = /(?:电话|手机|联系|号码|微信|tel|mobile|phone)[^\d]{0,8}$/i;

/**
 * Issuer numbers (ISO/IEC 7812-1) and lengths of cards that are issued in China: UnionPay's 62, the
 * older 60, 81, 9558 and 9559; Visa 4, Mastercard 51 to 55 and 2221 to 2720, JCB 3528 to 3589,
 * American Express 34 and 37.
 */
const card =
  /^(?:(?:62|60|81)\d{14,17}|955[89]\d{12,15}|4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|3[47]\d{13})$/;

function isCard(digits: string, { near }: Neighbours): boolean {
  return card.test(digits) && hasLuhnDigit(digits) && !otherNumber.test(near);
}

/** Words that say which number it is, and that it is none of a person's. */
const otherNumber =
  /(?:信用代码|机构代码|注册号|识别号|税号|序列号|车架号|订单号?|运单号?|流水号?|单号|文号|编号|编码|条码|发票号?码?|备案号?|会议号|会议ID|群号?|QQ|户号|ISBN|ISSN)[^\d]{0,6}$/i;
