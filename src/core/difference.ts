/** What differs between two lists, such as the lines of two texts. */
import diffSequences from '@jest/diff-sequences';

/** Items of the first list in whose place others stand in the second. */
export interface Change {
  /** Index of the first one that was removed, or before which others were added. */
  readonly from: number;
  readonly removed: number;
  /** Index of the first one that was added, in the second list. */
  readonly to: number;
  readonly added: number;
}

export interface Comparison {
  /** In the order of the lists. */
  readonly changes: readonly Change[];
  /** False where the lists differ too much to be compared to their ends: the last change is then all that was left of both. */
  readonly isComplete: boolean;
}

/** How many pairs of items may still be looked at; comparing takes from it. A count and not a time, so that answers are repeatable. */
export interface Effort {
  left: number;
}

/** Some tenths of a second. */
export const fairEffort = 20_000_000;

/** The shortest way from one list to the other, in memory that grows with their length. */
export function compareLists(
  before: readonly string[],
  after: readonly string[],
  effort: Effort = { left: fairEffort },
): Comparison {
  const { start, end } = commonEnds(before, after);
  const [old, now] = known(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const changes: Change[] = [];
  let [from, to] = [start, start];
  const upTo = (oldIndex: number, newIndex: number) => {
    if (oldIndex > from || newIndex > to) changes.push({ from, removed: oldIndex - from, to, added: newIndex - to });
  };
  const isComplete = search(old, now, effort, (oldIndex, newIndex) => {
    upTo(oldIndex + start, newIndex + start);
    [from, to] = [oldIndex + start + 1, newIndex + start + 1];
  });
  upTo(before.length - end, after.length - end);
  return { changes, isComplete };
}

function commonEnds(before: readonly string[], after: readonly string[]): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let [start, end] = [0, 0];
  while (start < shorter && before[start] === after[start]) start++;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}

/** An item by its place and by a number that equal ones share. */
interface Item {
  readonly index: number;
  readonly number: number;
}

/** The items of each list that the other has too: no other can be in both, and most of a changed text is in one alone. */
function known(before: readonly string[], after: readonly string[]): [Item[], Item[]] {
  const numbers = new Map<string, number>();
  for (const text of before) if (!numbers.has(text)) numbers.set(text, numbers.size);
  const shared = new Set<number>();
  const of = (list: readonly string[], isWanted: (number: number) => boolean) =>
    list.flatMap((text, index): Item[] => {
      const number = numbers.get(text);
      return number !== undefined && isWanted(number) ? [{ index, number }] : [];
    });
  const now = of(after, (number) => Boolean(shared.add(number)));
  return [of(before, (number) => shared.has(number)), now];
}

class TooMuch extends Error {}

/** Tells of pairs of equal items, in their order; false where it gave up before the end. */
function search(
  old: readonly Item[],
  now: readonly Item[],
  effort: Effort,
  onPair: (oldIndex: number, newIndex: number) => void,
): boolean {
  const isCommon = (oldIndex: number, newIndex: number): boolean => {
    if (--effort.left < 0) throw new TooMuch();
    return old[oldIndex]?.number === now[newIndex]?.number;
  };
  try {
    diffSequences(old.length, now.length, isCommon, (count, oldIndex, newIndex) => {
      for (let at = 0; at < count; at++) {
        const [first, second] = [old[oldIndex + at], now[newIndex + at]];
        if (first && second) onPair(first.index, second.index);
      }
    });
    return true;
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return false;
  }
}
