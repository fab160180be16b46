/** A project of its own for one test. */
import { folderOf } from '../support.ts';

/** What is kept from run to run must not meet what other tests keep. */
export function projectCopy(): string {
  return folderOf({
    'package-lock.json': '{}',
    'src/check/x': '',
    'src/pipeline/x': '',
    'src/escape-controls.ts': '',
    'src/folder-locales.ts': '',
    'src/locales.ts': '',
    'src/diagnostics.ts': '',
    'src/lists.ts': '',
    'src/trim.ts': '',
    'src/ui/languages.ts': '',
  });
}
