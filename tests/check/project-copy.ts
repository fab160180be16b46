/** A project of its own for one test. */
import { folderOf } from '../support.ts';

/** What is kept from run to run must not meet what other tests keep. */
export function projectCopy(): string {
  return folderOf({
    'package-lock.json': '{}',
    'src/check/x': '',
    'src/pipeline/x': '',
    'src/core/x': '',
    'src/disk/x': '',
    'src/layouts/x': '',
  });
}
