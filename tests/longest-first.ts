import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take far longer than their size lets expect, longest first. Begun last, one of them would keep a single processor busy
 * while all others wait for it.
 */
const long = [
  'troubled-disk.test.ts',
  'killed.test.ts',
  'accessibility.test.ts',
  'incremental.test.ts',
  'attacks.test.ts',
  'terminal.test.ts',
  'hostile-files.test.ts',
  'reproducible.test.ts',
];

/** Runs the files that are known to be long first in their project, and leaves the others in the order that Vitest gives them. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const index = long.indexOf(basename(moduleId));
      return index < 0 ? long.length : index;
    };
    return sorted.sort((one, other) => place(one) - place(other));
  }
}
