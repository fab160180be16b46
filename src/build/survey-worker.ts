/** Looks at finished sites in a thread of its own, while the articles are read. */
import { type Differences, differences } from './manifest.ts';

export interface SurveyTask {
  readonly folder: string;
  readonly manifestFile: string;
}

export default function survey(tasks: readonly SurveyTask[]): (Differences | undefined)[] {
  return tasks.map(({ folder, manifestFile }) => differences(folder, manifestFile));
}
