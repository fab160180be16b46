/** Plain translations beside their original: a bilingual sibling knows it by lines, or the source article by blocks. */
import { LineIndex } from '../core/diagnostics.ts';
import { localeOf } from '../core/locales.ts';
import type { Draft } from '../pipeline/draft.ts';
import { parseMarkdown, passagesOf, spanOf } from '../pipeline/markdown.ts';
import { alignableSibling, textOf } from '../pipeline/article-text.ts';
import { readSource } from '../pipeline/read.ts';
import { repair } from '../pipeline/repairs/index.ts';
import type { Article, Segment, Topic } from '../pipeline/types.ts';
import { inspectUnits, type InspectSettings } from './inspect.ts';
import type { Report } from './report.ts';

/** The article that knows the original of a plain translation; undefined for any other article, and where none does. */
export function originalOf(article: Article, topic: Topic, sourceLocale: string): Article | undefined {
  if (article.bilingual || article.metadata.translation === 'source') return undefined;
  const sibling = alignableSibling(article, topic);
  if (sibling) return sibling;
  const source = topic.articles[sourceLocale];
  // Blocks can be told apart only where both have the same ones, and of the same version.
  const isAlike = source && source !== article && source.shape === article.shape;
  return isAlike && topic.states[article.locale] === 'current' ? source : undefined;
}

export function inspectBeside(article: Article, topic: Topic, original: Article, settings: InspectSettings): Report {
  const { text } = readSource(article.file);
  const locale = localeOf(article.locale);
  const { draft: own } = textOf(article, topic, settings.sourceLocale);
  const { draft } = repair(own, locale);
  const aligned =
    draft.segments.length > 0 || original.bilingual
      ? draft
      : draft.withSegments(blocksBeside(draft, textOf(original, topic, settings.sourceLocale).draft));
  return inspectUnits(aligned, locale, new LineIndex(text), settings);
}

/** A segment for each block of text that has a counterpart; none where the blocks are not the same. */
function blocksBeside(own: Draft, source: Draft): Segment[] {
  const targets = passagesOf(parseMarkdown(own.text));
  const sources = passagesOf(parseMarkdown(source.text));
  if (targets.length !== sources.length) return [];
  if (targets.some(({ type }, index) => type !== sources[index]?.type)) return [];
  return targets.flatMap((target, index): Segment[] => {
    const [range, other] = [spanOf(target), sources[index]];
    if (!other) return [];
    const { start, end } = spanOf(other);
    return [
      {
        units: [],
        target: own.text.slice(range.start, range.end),
        source: source.text.slice(start, end),
        range,
        span: range,
      },
    ];
  });
}
