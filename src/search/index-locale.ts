/** The search index of one locale: the terms, which Pagefind sorts, and the texts that results are shown from. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createIndex } from 'pagefind';
import { comparableTitle } from './comparable-title.ts';
import { writeCompressed } from './compressed.ts';
import {
  type ArticleText,
  encoded,
  functionWordsFile,
  idTerm,
  indexLanguage,
  pronunciationFile,
  termsFolder,
  textsFile,
  textsFolder,
  textsPerFile,
  titlesFile,
  wordsPiece,
} from './files.ts';
import { fieldsOf, type FieldTerms, impactsOf, lengthsOf, meanLengths } from './impact.ts';
import { functionWordsOf } from './function-words.ts';
import { layOut, levelAt } from './layout.ts';
import type { Background } from './original.ts';
import { wordsOfPagefind } from './pagefind-files.ts';
import { pronunciationsOf } from './pronunciation.ts';
import type { SearchRecord } from './record.ts';
import { Vocabulary } from './vocabulary.ts';
import { words } from './wording.ts';
import { termCountsOf } from './words.ts';
import { type PlacedTerm, writeTerms } from './write-terms.ts';

/** Of the letters and digits that stand for an order. */
const orderLength = 6;
/** Enough to keep Pagefind's process busy, few enough to keep memory flat. */
const inFlight = 64;

/** An article as it goes into the index. */
export interface Indexed {
  readonly record: SearchRecord;
  readonly background: Background;
}

/** BCP 47 tags. */
export interface IndexLocales {
  readonly locale: string;
  /** Questions in the source's language are answered, too. */
  readonly sourceLocale: string;
}

/**
 * Writes the index of a locale to `folder`, where nothing else stays. Pagefind reports trouble as values; here it is thrown, because a
 * site whose search fails is not published.
 *
 * @param articles those really in this language, sorted: fallback pages would answer in another one
 */
export async function indexLocale(
  { locale, sourceLocale }: IndexLocales,
  articles: Iterable<Indexed>,
  folder: string,
): Promise<void> {
  // Pagefind's fragments hold the terms, which nobody wants to read; they are thrown away, so the fewer files the better.
  const { index, errors } = await createIndex({ forceLanguage: indexLanguage, maxFragments: 1 });
  if (!index) throw new Error(`Pagefind did not start for ${locale}: ${errors.join('; ')}`);
  mkdirSync(join(folder, textsFolder), { recursive: true });
  removeAllBut(folder, new Set([textsFolder, termsFolder]));
  const titles: string[] = [];
  const spellings: string[] = [];
  const texts: ArticleText[] = [];
  const terms: FieldTerms[] = [];
  for (const { record, background } of articles) {
    const { wording, text } = record;
    terms.push(fieldsOf(wording, background.original, idTermsOf(background).join(' ')));
    spellings.push(`${wording.words} ${background.original?.words ?? ''}`.trim());
    titles.push(comparableTitle(text.title));
    texts.push(text);
  }
  // What a long field is can only be said when all are known.
  const mean = meanLengths(terms.map(lengthsOf));
  const failures: string[] = [];
  const pending: Promise<void>[] = [];
  const add = async (number: number, content: string): Promise<void> => {
    // Pagefind sorts by address, so a number with a fixed width is the article's place among the titles.
    const url = String(number).padStart(8, '0');
    const { errors: found } = await index.addCustomRecord({ url, content, language: indexLanguage });
    failures.push(...found.map((error) => `${texts[number]?.slug}: ${error}`));
  };
  for (const [number, article] of terms.entries()) {
    const work = add(number, layOut(impactsOf(article, mean)));
    // Told when it is waited for; until then it is not unhandled.
    work.catch(() => undefined);
    pending.push(work);
    // The oldest one may not be the next that is done, but so there are never more.
    if (pending.length >= inFlight) await pending.shift();
  }
  await Promise.all(pending);
  if (failures.length > 0) throw new Error(`Pagefind did not take ${failures.length} pages; the first: ${failures[0]}`);
  const sorted = join(folder, 'pagefind');
  const writing = index.writeFiles({ outputPath: sorted });
  // Pagefind works in a process of its own, and longest at the end, so that there is time for the other files.
  const order = orderOf(texts);
  const written = new Set<string>();
  for (let first = 0; first < texts.length; first += textsPerFile) {
    const name = textsFile(first, order);
    writeCompressed(folder, name, JSON.stringify(texts.slice(first, first + textsPerFile)));
    written.add(basename(name));
  }
  removeAllBut(join(folder, textsFolder), written);
  const vocabulary = new Vocabulary();
  for (const ofArticle of spellings) vocabulary.add(words(ofArticle));
  writeCompressed(folder, titlesFile, JSON.stringify(titles));
  writeCompressed(folder, functionWordsFile, functionWordsOf([locale, sourceLocale]).join('\n'));
  const wordFiles = vocabulary.files();
  for (const [piece, text] of wordFiles.entries()) writeCompressed(folder, wordsPiece(piece), text);
  const pronunciations = pronunciationsOf(locale, titles);
  if (pronunciations !== undefined) writeCompressed(folder, pronunciationFile, pronunciations);
  const { errors: unwritten } = await writing;
  await index.deleteIndex();
  if (unwritten.length > 0) throw new Error(`Pagefind did not write the index of ${locale}: ${unwritten.join('; ')}`);
  writeTerms(folder, { articles: texts.length, order, wordFiles: wordFiles.length }, placedTerms(sorted));
  rmSync(sorted, { recursive: true });
}

/** Changes when articles get other numbers: who has opened the index before must not take one for another. */
function orderOf(texts: readonly ArticleText[]): string {
  const digest = createHash('sha256')
    .update(texts.map(({ slug }) => slug).join('\n'))
    .digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(-orderLength);
}

/** Pagefind tells where in an article a term stands; that is what the term is worth there. */
function* placedTerms(sorted: string): Generator<PlacedTerm> {
  for (const { word, occurrences } of wordsOfPagefind(sorted)) {
    yield [
      word,
      occurrences.map(({ article, positions }) => ({ article, level: Math.min(...positions.map(levelAt)) })),
    ];
  }
}

/** An id as a whole, which nothing else can be, and its parts as words. */
function idTermsOf({ ids }: Background): string[] {
  return ids
    .flatMap((id) => [idTerm(id), ...Array.from(termCountsOf(id).keys(), encoded)])
    .filter((term) => term !== '');
}

function removeAllBut(folder: string, names: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if (!names.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
