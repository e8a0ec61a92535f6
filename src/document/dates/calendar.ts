/** Names of the days of the week as they follow 星期, Sunday first. */
const weekdayNames = '日一二三四五六';

/** Whether the Gregorian calendar has this month, and this day of it where one is given. */
export function isOnCalendar(year: number, month: number, day: number | null): boolean {
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= daysInMonth(year, month));
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 29 : 28;
}

/** Day of the week, 0 for Sunday, of a day as `2024-08-07…` (Sakamoto's method). */
export function weekdayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (y + leaps + shift + day) % 7;
}

/** The day of the week that a character behind 星期 or 周 names, 0 for Sunday. */
export function weekdayNamed(character: string): number {
  return character === '天' ? 0 : weekdayNames.indexOf(character);
}
