import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { canonicalTag, localeOf } from '../locales.ts';
import { digestOf, listOf } from '../pipeline/pages.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { articleFailed, collect, type Library, plannedPages, type Progress } from '../pipeline/prepare.ts';
import { listHomes } from '../pipeline/read.ts';
import { PackReader, PackWriter } from '../site/pack.ts';
import { type SiteLocale, writeFacts } from '../site/packs.ts';
import { type StringKey, stringsFor } from '../ui/strings.ts';
import { type Configuration, displayPath } from './configuration.ts';
import { codeVersion, Memory } from './memory.ts';
import { swap } from './swap.ts';

/** Files that decide what facts and pages look like. */
const pipelineCode = ['src/pipeline', 'src/locales.ts', 'src/diagnostics.ts', 'package-lock.json'];

/** All articles of the configuration, grouped and checked. */
export function readLibrary(configuration: Configuration, progress: Progress, memory?: Memory): Library {
  const { roots, options, base, locales } = configuration;
  return collect(
    {
      roots,
      base,
      sourceLocale: options.sourceLocale,
      documentationHosts: options.documentationHosts,
      documentationSite: options.documentationSite,
      locales,
      displayPath,
      strings: (tag) => {
        const strings = stringsFor(tag);
        // The renderer names its few strings itself; a wrong name throws like any missing string.
        return (key, values) => strings.t(key as StringKey, values);
      },
      ...(memory === undefined ? {} : { recall: (key, make) => memory.recall(key, make) }),
    },
    progress,
  );
}

/** What earlier builds with the same work folder found out about files. */
export function openMemory({ project }: Configuration, work: string): Memory {
  return new Memory(join(work, 'facts.tsv'), codeVersion(project, pipelineCode));
}

/** What became of the pages of a build. */
export interface PackReport {
  readonly rendered: number;
  readonly reused: number;
  /** Articles that could not be rendered. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Brings all pages into packs, one locale after the other. A page that an earlier build rendered from the same things is taken over
 * from its packs. New packs take the place of the old ones only when they are whole.
 *
 * @param onPack is given each locale's pack when it is finished, and closes it
 */
export async function writePacks(
  library: Library,
  configuration: Configuration,
  folder: string,
  progress: Progress,
  onPack: (locale: string, pack: PackReader) => void = (_locale, pack) => pack.close(),
): Promise<PackReport> {
  const { locales } = library.pages;
  const built = locales.filter((locale) => configuration.shard?.includes(locale) ?? true);
  const fresh = `${folder}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  const version = renderVersion(configuration);
  const total = built.length * library.topics.length;
  const counts = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  let [done, rendered] = [0, 0];
  for (const locale of locales) {
    const earlier = PackReader.openIfThere(folder, locale);
    const writer = new PackWriter(fresh, locale);
    for (const planned of plannedPages(locale, library)) {
      if (!built.includes(locale)) {
        writer.note({ ...planned.facts, digest: '', key: '' });
        continue;
      }
      const key = `${planned.key()}-${version}-${stringsFor(locale).digest}-${stringsFor(configuration.options.sourceLocale).digest}`;
      const known = earlier?.find(planned.slug);
      if (earlier && known?.key === key) {
        writer.copy(known, earlier.line(known));
      } else {
        const { page, failure } = planned.render();
        // A page that failed is tried again by the next build, which says so again.
        writer.add(page, digestOf(page), failure === undefined ? key : 'failed');
        if (failure !== undefined) diagnostics.push(articleFailed(planned.file, 'it is shown as plain text', failure));
        rendered++;
      }
      progress('Rendering articles', ++done, total);
      // Others have something to do meanwhile: the indexes of locales that are finished.
      if (done % 20 === 0) await setImmediate();
    }
    counts.set(locale, writer.entries.filter(({ fallback }) => !fallback).length);
    writer.close(listOf(library.topics, locale, library.pages));
    if (built.includes(locale)) onPack(locale, new PackReader(fresh, locale));
    earlier?.close();
  }
  progress('Rendering articles', done, done);
  writeFacts(fresh, {
    title: configuration.options.title,
    base: configuration.base,
    ...(configuration.origin === undefined ? {} : { origin: configuration.origin }),
    sourceLocale: configuration.options.sourceLocale,
    locales: siteLocales(locales, counts, configuration),
    built,
    ...(configuration.options.support === undefined ? {} : { support: configuration.options.support }),
  });
  swap(fresh, folder);
  return { rendered, reused: done - rendered, diagnostics };
}

function renderVersion({ project, options }: Configuration): string {
  return `${codeVersion(project, pipelineCode)}-${options.sourceLocale}`;
}

function siteLocales(
  tags: readonly string[],
  counts: ReadonlyMap<string, number>,
  configuration: Configuration,
): SiteLocale[] {
  const homes = new Map(trustedHomes(configuration));
  return tags.map((tag) => {
    const { path, direction } = localeOf(tag);
    const home = homes.get(tag);
    return {
      tag,
      path,
      name: shortName(tag, tags),
      direction,
      articles: counts.get(tag) ?? 0,
      ...(home === undefined ? {} : { home }),
    };
  });
}

/** A home page in MDX is code, so it is taken only from directories that astro.config.mjs names, never from the command line. */
function trustedHomes({ roots, options, project }: Configuration): [tag: string, file: string][] {
  const trusted = new Set(options.content.map((folder) => resolve(project, folder)));
  return listHomes(roots.filter((root) => trusted.has(root))).flatMap(({ folder, file }): [string, string][] => {
    const tag = canonicalTag(folder);
    return tag === undefined ? [] : [[tag, file]];
  });
}

/**
 * A locale's own name for its language: with the script where that is not the usual one (`繁體中文`), with the region only where
 * another locale of the site shares the language.
 */
function shortName(tag: string, all: readonly string[]): string {
  const { language } = new Intl.Locale(tag);
  if (all.filter((other) => new Intl.Locale(other).language === language).length > 1) return localeOf(tag).name;
  const { script } = localeOf(tag);
  const subtag = script === localeOf(language).script ? language : `${language}-${script}`;
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(subtag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
