import type { ExtensionContext } from './extensions.ts';
import type { ResolvedImage, ResolvedLink } from './resolved.ts';

/** What rendering needs from outside of the article; all of it is answered without reading another article. */
export interface RenderContext extends ExtensionContext {
  readonly title: string;
  /** Ids of the article's headings, for those that do not say their own. */
  readonly headingIds: readonly string[];
  /** True where the text itself is the English one. */
  readonly isSource: boolean;
  /** Language of pages that a link falls back to. */
  readonly fallbackLanguage: string;
  readonly resolveLink: (href: string) => ResolvedLink;
  readonly resolveImage: (src: string) => ResolvedImage | undefined;
}

export type HandOverContext = Pick<RenderContext, 'title' | 'resolveLink' | 'resolveImage' | 'include' | 'code' | 't'>;
