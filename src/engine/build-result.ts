/** What a build has done, for whoever asked for it. */
import type { Diagnostic } from '../core/diagnostics.ts';
import type { LeftOut } from '../pipeline/files/left-out.ts';
import type { Validity } from '../pipeline/pipeline.ts';

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Links that lead to no place on the right page, and articles that had to be shown as plain text. */
  readonly minorFlaws: readonly string[];
  /** Pages of articles, fallback pages included. */
  readonly pages: number;
  /** How many of them were rendered now, and how many taken over from the build before. */
  readonly rendered: number;
  readonly reused: number;
  /** Search indexes that were made anew. */
  readonly indexed: number;
  /** False where the published site is what this build would have made. */
  readonly changed: boolean;
  readonly locales: readonly string[];
  /** What lies in the content directories and is not shown. */
  readonly leftOut: readonly LeftOut[];
  /** Times between which the same articles are published. */
  readonly validity: Validity;
  /** What there is to download beside the pages, in a sentence; undefined where there is nothing. */
  readonly downloads?: string;
}
