/** Items that are there by construction. Where one is missing after all, the program says so, instead of going on with another. */

/** The item at a place that the list has. */
export function itemAt<Item>(list: readonly Item[], at: number): Item {
  if (!Number.isInteger(at) || at < 0 || at >= list.length) {
    throw new RangeError(`A list of ${list.length} items has none at ${at}.`);
  }
  return list[at] as Item;
}

/** The items of two lists of the same length, beside each other. */
export function pairsOf<Left, Right>(left: readonly Left[], right: readonly Right[]): [Left, Right][] {
  if (left.length !== right.length) {
    throw new RangeError(`${left.length} items have ${right.length} counterparts; each was to have one.`);
  }
  return left.map((item, at) => [item, itemAt(right, at)]);
}

/** The value that a map has for a key. */
export function valueOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): NonNullable<Value> {
  const value = map.get(key);
  if (value === undefined || value === null)
    throw new RangeError(`A map of ${map.size} entries has none for \`${String(key)}\`.`);
  return value;
}
