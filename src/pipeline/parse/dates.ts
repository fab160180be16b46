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

const clock = /^(?:[Tt]\s*|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/;

/**
 * The moment that a text names, in milliseconds since 1970: a year, month or day (`2027`, `2027-03`, `2027-03-01`, `2027/3/1`,
 * `1.3.2027`, `3/1/2027`), with or without a time of day. Without a time it begins with the day, and without a zone it is UTC, so that
 * a build gives the same on every machine. Undefined for any other text.
 */
export function momentOf(text: string): number | undefined {
  const [whole, day] = leadingDay(text);
  if (day === undefined) return undefined;
  const rest = text.slice(whole.length);
  if (rest === '') return day;
  const time = clock.exec(rest);
  if (!time) return undefined;
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  if (hours > 24 || minutes > 59 || seconds > 60) return undefined;
  const zone = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(time[4] ?? '');
  const ahead = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3] ?? 0)) : 0;
  return day + ((hours * 60 + minutes - ahead) * 60 + seconds) * 1000;
}

function leadingDay(text: string): [whole: string, time: number | undefined] {
  const yearFirst = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?!\d)/.exec(text);
  if (yearFirst)
    return [yearFirst[0], dayAt(Number(yearFirst[1]), Number(yearFirst[3] ?? 1), Number(yearFirst[4] ?? 1))];
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (!yearLast) return ['', undefined];
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
  // Points stand between day and month; with strokes the month comes first.
  return [yearLast[0], yearLast[2] === '.' ? dayAt(year, second, first) : dayAt(year, first, second)];
}

function dayAt(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}
