/** What a page will show, known before it is rendered. */
import { createHash } from 'node:crypto';
import { codeIn } from './files/code-files.ts';
import { digestOfInclude } from './files/include-digests.ts';
import { missingIn } from './missing.ts';
import { alignableSibling } from './manuscripts.ts';
import { alternatesOf, type PageContext, resolveLink } from './page.ts';
import type { Article, Reference, Topic } from './types.ts';

/**
 * A digest of everything that rendering a page reads: the article's file and that of the sibling it is aligned to, what its links
 * and images have become, included files, its siblings in other languages. The code and the interface's words are not in it.
 */
export function pageKey(topic: Topic, article: Article, locale: string, context: PageContext): string {
  const hash = createHash('sha256');
  const known = new Map<string, unknown>();
  const references = article.references.map((reference) => {
    const name = `${reference.kind} ${reference.href}`;
    if (!known.has(name)) known.set(name, resolved(reference, article, locale, context));
    return [reference.href, known.get(name)];
  });
  const includes = article.references.some(({ kind }) => kind === 'include');
  const parts = [
    locale,
    topicKey(topic, context),
    article.side,
    article.file.path,
    article.digest,
    article.bilingual ? undefined : alignableSibling(article, topic)?.digest,
    // An included file may have words of them.
    [article.title, article.summary, article.category],
    topic.states[article.locale],
    missingIn(article, topic, context.sourceLocale),
    references,
    article.anchors.map(({ id }) => id),
    // Links in an included file are not among the references, and may lead to any article.
    includes ? context.links.digest : '',
  ];
  return hash.update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

const topicKeys = new WeakMap<PageContext, WeakMap<Topic, string>>();

/** What is the same on the topic's pages in all languages; there may be many. */
function topicKey(topic: Topic, context: PageContext): string {
  let known = topicKeys.get(context);
  if (!known) topicKeys.set(context, (known = new WeakMap()));
  let key = known.get(topic);
  if (key === undefined) {
    // Which sections a reader finds in the source too.
    const sections = topic.articles[context.sourceLocale]?.anchors.map(({ id, aliases }) => [id, ...aliases]);
    const parts = [topic.slug, context.base, sections, alternatesOf(topic, context)];
    known.set(topic, (key = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')));
  }
  return key;
}

function resolved(reference: Reference, article: Article, locale: string, context: PageContext): unknown {
  const { kind, href } = reference;
  switch (kind) {
    case 'link':
      return resolveLink(article, href, locale, context);
    case 'image':
      return context.images.resolve(article.file, href);
    case 'include':
      return digestOfInclude(article.file, href, context);
    case 'code':
      return digestOfCode(context.files.find(article.file, reference));
  }
}

function digestOfCode(file: string | undefined): string | undefined {
  const text = file === undefined ? undefined : codeIn(file);
  return text === undefined ? undefined : createHash('sha256').update(text).digest('hex');
}
