/** What the pipeline is told, and what it tells while it works. */
import type { Ignore } from './files/ignore.ts';
import type { LinkSettings } from './link/resolve.ts';
import type { Normalized } from './normalize/normalize.ts';
import type { RenderResources } from './page.ts';
import type { Manuscript } from './parse/manuscript.ts';
import type { Facts, SlugHistory } from './types.ts';
import type { FileReference } from '../core/file-reference.ts';

export interface PipelineSettings extends LinkSettings {
  /** Absolute paths of the content directories. */
  readonly roots: readonly string[];
  /** What the site's author wants left out; nothing where undefined. */
  readonly ignore?: Ignore | undefined;
  /** The source locale that was configured, where no article is in it and `sourceLocale` was taken for it. */
  readonly wantedSourceLocale?: string | undefined;
  /** Whether a file called `index.mdx` is a home page of the site; none is where undefined. */
  readonly isHome?: (file: FileReference) => boolean;
  /** Locales to publish; all that have articles where undefined. */
  readonly locales?: readonly string[] | undefined;
  /** Which articles had which slugs in earlier builds; nothing where that is not kept. */
  readonly slugHistory?: SlugHistory;
  /** The time that the site is made for, in milliseconds since 1970, which decides what is published and what has expired; now where undefined. */
  readonly time?: number | undefined;
  /** How a file is called in messages. */
  readonly displayPath: (file: FileReference) => string;
  readonly strings: RenderResources['strings'];
  /**
   * Where facts may be taken from instead of being found again: gives the value that was made for the same key before, else makes
   * it. Keys hold all that a value depends on.
   */
  readonly recall?: (key: string, make: () => Facts) => Facts;
  /** Shown each article that is read, but those whose facts are recalled: whoever needs its text too need not read it again. */
  readonly onRead?: (manuscript: Manuscript, normalized: Normalized) => void;
}

/** Told now and then while long work goes on. */
export type Progress = (stage: string, done: number, total: number) => void;
