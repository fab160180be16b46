import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What V8's flag `--expose-gc` gives. */
type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'regular' | 'last-resort' }) => void;

/**
 * Gives the system all memory that nothing refers to any more, within some tenths of a second. V8 itself would let the heap grow to
 * several times of what is in use before it looks, while other threads and processes of a build need the room.
 */
export function collectGarbage(): void {
  // The function is there for code that is run from now on.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
