/** All articles of a configuration, read as fast as can be: files that nobody has touched not at all, many others in processes. */
import { readArticle, recallArticle } from '../pipeline/facts.ts';
import { filesOf, type Library, libraryOf } from '../pipeline/pipeline.ts';
import type { PipelineSettings, Progress } from '../pipeline/settings.ts';
import { itemAt, pairsOf } from '../core/lists.ts';
import { parseStored } from '../core/stored.ts';
import type { ArticleProcesses } from './workers/article-pool.ts';
import type { Configuration } from '../config/configuration.ts';
import type { KnownDigests } from './cache/known-digests.ts';
import { isFacts, onReadFor, settingsOf } from './library.ts';
import type { Memory } from './cache/fact-cache.ts';
import { readSlugFile } from './slug-file.ts';

/** Articles that a process reads at a time. */
const batchSize = 64;

/** What reading makes use of. */
export interface ReadingHelp {
  /** What earlier builds found out about articles. */
  readonly memory: Memory;
  readonly digests: KnownDigests;
  /** Gets the reports of the articles that are read, where somebody wants them. */
  readonly reports: Memory | undefined;
  readonly processes: ArticleProcesses;
}

export interface ReadTogether {
  /** The same as `readLibrary` gives. */
  readonly library: Library;
  /** Locales with articles that no earlier build has read as they are now. */
  readonly changed: ReadonlySet<string>;
}

/** Reads all articles of a configuration. */
export async function readLibraryTogether(
  configuration: Configuration,
  progress: Progress,
  { memory, digests, reports, processes }: ReadingHelp,
): Promise<ReadTogether> {
  const recall: PipelineSettings['recall'] = (key, make) => memory.recall(key, make, isFacts);
  const slugHistory = readSlugFile(configuration.slugHistory);
  const settings = { ...settingsOf(configuration), slugHistory, recall };
  const { files, ...besides } = filesOf(settings);
  let done = 0;
  const shown = (count: number) => progress('Reading articles', (done += count), files.length);
  shown(0);
  const find = (key: string) => {
    const known = memory.find(key);
    return isFacts(known) ? known : undefined;
  };
  const facts = files.map((file) =>
    memory.isEmpty ? undefined : recallArticle(file, digests.of(file), settings, find),
  );
  const unknown = [...files.keys()].filter((at) => facts[at] === undefined);
  shown(files.length - unknown.length);
  const readBatch = async (batch: readonly number[]): Promise<void> => {
    const work = { files: batch.map((at) => itemAt(files, at)), reports: reports !== undefined };
    for (const [at, read] of pairsOf(batch, await processes.read(work))) {
      const found = parseStored(Buffer.from(read.facts).toString('utf8'), isFacts);
      if (!found) throw new Error(`A process has sent what are no facts of ${itemAt(files, at).path}.`);
      if (read.key !== undefined) memory.keep(read.key, read.facts);
      if (read.report) reports?.keep(read.report.key, read.report.value);
      facts[at] = found;
    }
    shown(batch.length);
  };
  const toRead = unknown.map((at) => itemAt(files, at));
  if (processes.arePaying(unknown.length, toRead)) {
    await Promise.all(chunksOf(unknown, batchSize).map(readBatch));
  } else {
    const here = reports ? { ...settings, onRead: onReadFor(configuration, reports) } : settings;
    for (const at of unknown) facts[at] = readArticle(itemAt(files, at), here);
    shown(unknown.length);
  }
  const found = facts.filter((each) => each !== undefined);
  digests.save(found);
  const changed = new Set(unknown.flatMap((at) => facts[at]?.article?.locale ?? []));
  return { library: libraryOf(found, besides, settings, progress), changed };
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
