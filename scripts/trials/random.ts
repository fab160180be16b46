/** Random numbers from 0 to 1, the same ones for the same seed (Marsaglia's xorshift with 32 bits). */
export function seededRandom(seed: number): () => number {
  let state = Math.trunc(seed) ^ 0x9e3779b9 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** One of several values. */
export function pick<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}
