import type { Stamp } from '../../src/engine/cache/inputs.ts';

/** As if some seconds had gone by between the last change of a file and the build. */
export function settled(stamp: Stamp): Stamp {
  return { ...stamp, taken: stamp.latest + 60_000 };
}
