/** Days and moments as headers state them; never by `Date.parse`, which reads in the time zone of the machine. */

/**
 * `MM/DD/YYYY`, `M/D/YY`, either with a time behind it, or ISO 8601; gives `YYYY-MM-DD`, undefined for anything that is no day.
 */
export function dateOf(text: string | undefined): string | undefined {
  const american = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/.exec(text ?? '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text ?? '');
  if (!american && !iso) return undefined;
  const [year, month, day] = american
    ? [american[3] ?? '', american[1] ?? '', american[2] ?? '']
    : [iso?.[1] ?? '', iso?.[2] ?? '', iso?.[3] ?? ''];
  const full = year.length === 2 ? `20${year}` : year;
  const time = dayAt(Number(full), Number(month), Number(day));
  return time === undefined ? undefined : new Date(time).toISOString().slice(0, 10);
}

const clock =
  /^(?:[Tt]\s*|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*([ap])\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/i;

/**
 * The moments that a text may name, in milliseconds since 1970, the earliest first: a year, month or day (`2027`, `2027-03`,
 * `2027-03-01`, `2027/3/1`, `1.3.2027`, `25/3/2027`, `1 March 2027`, `March 1, 2027`), with or without a time of day. Without a time it
 * begins with the day, and without a zone it is UTC, so that a build gives the same on every machine. There are two where nothing tells
 * whether the day or the month comes first, as in `3/1/2027`; and none for any other text.
 */
export function momentsOf(text: string): number[] {
  const [whole, days] = leadingDay(text);
  const within = timeOfDay(text.slice(whole.length));
  return within === undefined ? [] : days.map((day) => day + within);
}

/** Milliseconds since the day began, in UTC; undefined for what is no time of day. */
function timeOfDay(rest: string): number | undefined {
  if (rest === '') return 0;
  const time = clock.exec(rest);
  if (!time) return undefined;
  const hours = hoursOf(Number(time[1]), time[4]?.toLowerCase());
  const [minutes, seconds] = [Number(time[2]), Number(time[3] ?? 0)];
  if (!(hours <= 24) || minutes > 59 || seconds > 60) return undefined;
  const zone = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(time[5] ?? '');
  const ahead = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3] ?? 0)) : 0;
  return ((hours * 60 + minutes - ahead) * 60 + seconds) * 1000;
}

/** @param half `a` before noon and `p` behind it, of a clock that goes up to twelve */
function hoursOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return NaN;
  return (hours % 12) + (half === 'p' ? 12 : 0);
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const dayFirst = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+${monthName},?[\\s-]+(\\d{4})(?!\\d)`,
  'i',
);
const monthFirst = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
  'i',
);

function namedDay(text: string): [whole: string, times: number[]] | undefined {
  const byDay = dayFirst.exec(text);
  const [whole, day, month, year] = byDay ?? swapped(monthFirst.exec(text)) ?? [];
  if (whole === undefined || month === undefined) return undefined;
  return [whole, existing(dayAt(Number(year), months.indexOf(month.toLowerCase()) + 1, Number(day)))];
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}

function existing(...times: (number | undefined)[]): number[] {
  return [...new Set(times.filter((time) => time !== undefined))].sort((a, b) => a - b);
}

/** The times at which a day may begin that a text begins with. */
function leadingDay(text: string): [whole: string, times: number[]] {
  const named = namedDay(text);
  if (named) return named;
  const plain = /^(\d{4})(?:(\d{2})(\d{2})(?!\d)|\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일])/.exec(text);
  if (plain)
    return [plain[0], existing(dayAt(Number(plain[1]), Number(plain[2] ?? plain[4]), Number(plain[3] ?? plain[5])))];
  const yearFirst = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?!\d)/.exec(text);
  if (yearFirst)
    return [yearFirst[0], existing(dayAt(Number(yearFirst[1]), Number(yearFirst[3] ?? 1), Number(yearFirst[4] ?? 1)))];
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (!yearLast) return [text, []];
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
  // Points stand between day and month; with strokes either may come first.
  const dayBefore = dayAt(year, second, first);
  return [yearLast[0], yearLast[2] === '.' ? existing(dayBefore) : existing(dayBefore, dayAt(year, first, second))];
}

function dayAt(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}
