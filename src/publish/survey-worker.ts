/** Looks at a finished site in a thread of its own, while the articles are read. */
import { type Differences, differences } from './manifest.ts';

export interface SurveyTask {
  readonly folder: string;
  readonly manifestFile: string;
}

export function survey({ folder, manifestFile }: SurveyTask): Differences | undefined {
  return differences(folder, manifestFile);
}
