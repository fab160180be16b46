import type { Root as HastRoot } from 'hast';
import { rehype } from 'rehype';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import type { Draft } from '../draft.ts';
import { parseMarkdown } from '../markdown.ts';
import { type PlacedAnchor, placeAnchors } from '../normalize/anchors.ts';
import type { Normalized } from '../normalize/normalize.ts';
import type { Segment, TocEntry } from '../types.ts';
import type { RenderContext } from './render-context.ts';
import { remarkAlerts } from './alerts.ts';
import { expandExtensions } from './extensions.ts';
import { remarkHeadings } from './headings.ts';
import { rehypeShallow } from '../limits/html-depth.ts';
import {
  rehypeEmbeds,
  rehypeFootnotes,
  rehypeImages,
  rehypeLinks,
  rehypeScrollable,
  rehypeSteps,
  rehypeTitle,
} from './page-parts.ts';
import { isPlain, remarkWithoutPlaces } from './plain.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { remarkReferences } from './references.ts';
import { remarkSegments } from './segments.ts';
import { rehypeSettle } from './settle.ts';
import { remarkTabs } from './tabs.ts';
import { remarkHtml } from './to-html.ts';
import { remarkWholeTables } from './whole-tables.ts';
import { rehypeItems, rehypeLinksInLinks, rehypePrintable, rehypeTextInTables, rehypeUniqueIds } from './valid-html.ts';

/** An article's body. */
export interface Rendered {
  /** Sanitized: elements and text only. */
  readonly body: HastRoot;
  readonly toc: readonly TocEntry[];
  /** The segments that can be found on the page, as elements with the id `s` and their first unit, in reading order. */
  readonly sentences: readonly Segment[];
}

/** Renders an article's body to a tree of safe HTML, which `serialize` writes. The plugins change the tree, so a `Normalized` is rendered once. */
export function render(normalized: Normalized, context: RenderContext): Rendered {
  const { draft, tree, anchors } = expanded(normalized, context);
  const sentences: Segment[] = [];
  const toHast = remark()
    .use(remarkReferences)
    .use(remarkSegments, {
      draft,
      takenIds: new Set(anchors.flatMap(({ id, aliases }) => [id, ...aliases])),
      onSentence: (segment) => sentences.push(segment),
    })
    .use(remarkHeadings, { anchors })
    .use(remarkAlerts, { label: (kind) => context.t(`alert.${kind}`) })
    .use(remarkTabs)
    .use(remarkWholeTables)
    .use(remarkWithoutPlaces)
    .use(remarkHtml, {
      allowDangerousHtml: true,
      clobberPrefix: '',
      footnoteLabel: context.t('footnotes.label'),
      footnoteLabelProperties: { className: ['visually-hidden'] },
      footnoteBackLabel: (index, again) =>
        context.t('footnotes.back', { number: `${index + 1}${again > 1 ? `-${again}` : ''}` }),
    });
  const written = toHast.runSync(tree);
  const isWellFormed = isPlain(tree);
  const onPage = rehype()
    .use(isWellFormed ? [] : [rehypeShallow, rehypeTextInTables, rehypeRaw])
    .use(rehypeEmbeds, {
      label: context.t('embed.open'),
      taskDone: context.t('task.done'),
      taskOpen: context.t('task.open'),
    })
    .use(rehypeSanitize, sanitizeSchema)
    .use(isWellFormed ? [] : [rehypeItems, rehypeSettle])
    .use(rehypeFootnotes)
    .use(rehypeLinks, { resolve: context.resolveLink, fallbackLanguage: context.fallbackLanguage })
    .use(rehypeImages, { resolve: context.resolveImage })
    .use(rehypeScrollable, { tableLabel: context.t('table.label') })
    .use(rehypeSteps)
    .use(rehypeTitle, { title: context.title })
    .use(rehypeLinksInLinks)
    .use(rehypePrintable)
    .use(rehypeUniqueIds);
  const body: HastRoot = onPage.runSync(written);
  sentences.sort((a, b) => a.range.start - b.range.start);
  return { body, toc: tocOf(anchors), sentences };
}

function expanded(
  normalized: Normalized,
  context: RenderContext,
): { draft: Draft; tree: Normalized['tree']; anchors: readonly PlacedAnchor[] } {
  const draft = expandExtensions(normalized.draft, normalized.tree, context);
  if (draft === normalized.draft) return normalized;
  const tree = parseMarkdown(draft.text);
  return { draft, tree, anchors: placeAnchors(tree, draft, context.isSource, context.headingIds) };
}

function tocOf(anchors: readonly PlacedAnchor[]): TocEntry[] {
  return anchors
    .filter(({ depth, text }) => (depth === 2 || depth === 3) && text !== '')
    .map(({ id, depth, text }) => ({ id, depth, text }));
}
