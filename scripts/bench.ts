/** `npm run bench`: builds the same articles with this project, with Hugo and Pagefind, and with Astro Starlight, and says what each takes. Or compares searches. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { asideName } from './bench/aside.ts';
import { onePerPlace, type PeerFile, type PlainArticle, plainArticle } from './bench/articles.ts';
import { hugoFiles } from './bench/hugo.ts';
import { hugoBuild, labels, own, ownBuilds, pagefind, type Peer, starlightBuild } from './bench/builds.ts';
import { stopAll } from './bench/measure.ts';
import { results, resultText } from './bench/report.ts';
import { answersOf, missText } from './bench/search/answers.ts';
import { compareSearches, comparisonText } from './bench/search/compare.ts';
import { bytesText, measureBytes } from './bench/search/bytes.ts';
import { parseQueries } from './bench/search/queries.ts';
import { runRounds } from './bench/rounds.ts';
import { starlightFiles, starlightPackages } from './bench/starlight.ts';
import { workFolder } from '../src/config/work-folder.ts';
import { programNamed, runProgram } from '../src/commands/command-line/run.ts';
import { wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import { builtSiteOption } from '../src/commands/command-line/shared-options.ts';
import { CommandError, UsageError } from '../src/core/errors.ts';
import { typedPath } from '../src/commands/command-line/npm.ts';
import { stdout } from '../src/report/output.ts';
import { Reporter } from '../src/report/build-report.ts';
import { siteFolder, typedFolder } from '../src/commands/command-line/typed-folder.ts';
import { listFiles, readSource } from '../src/pipeline/read.ts';

const project = process.cwd();
/** In seconds; timers take no more milliseconds than 31 bits hold. */
const longestTimeout = 2_000_000;

interface BenchOptions {
  readonly content?: string;
  readonly rounds: number;
  readonly peers: string;
  readonly timeout: number;
  readonly out?: string;
  readonly search?: string;
  readonly bytes?: boolean;
  readonly site?: string;
  readonly misses?: boolean;
  readonly keep?: boolean;
}

await runProgram(
  programNamed('bench')
    .description(
      'Builds the same articles with this project and with its peers, in turns, and compares medians. With `--search`, measures the search of a built site instead.',
    )
    .option('--content <DIR>', 'Directory with articles. It is only read.')
    .addOption(new Option('--rounds <N>', 'How often each is built.').argParser(wholeNumber({ least: 1 })).default(3))
    .option('--peers <A,B>', 'What to compare with: `hugo`, `starlight`, or `none`.', 'hugo,starlight')
    .addOption(
      new Option('--timeout <SECONDS>', 'When to stop a build.')
        .argParser(wholeNumber({ least: 1, most: longestTimeout }))
        .default(3600),
    )
    .option('--out <FILE>', 'File for the numbers, in JSON. Default: `.languedocs/bench.json`; with `--search`, none.')
    .option('--search <FILE>', 'Compare searches instead: lines of locale, kind, query and article, separated by tabs.')
    .option(
      '--bytes',
      'With `--search`: measure instead what a browser loads for each question before it shows results.',
    )
    .addOption(builtSiteOption)
    .option(
      '--misses',
      'With `--search`: name each question whose article is not first, and what is. Nothing is compared.',
    )
    .option('--keep', 'Leave the scratch folder.')
    .action(async (options) => {
      process.exitCode =
        options.search === undefined
          ? await compareBuilds(options)
          : await compareOn(typedPath(options.search), options);
    }),
);

/** Gives the exit code. */
async function compareBuilds(options: BenchOptions): Promise<number> {
  const { rounds, timeout, keep = false, bytes = false, misses = false } = options;
  if (bytes || misses)
    throw new UsageError(`Say which questions to ask: --search FILE --${bytes ? 'bytes' : 'misses'}.`);
  const content = articlesIn(options.content);
  const out = typedPath(options.out ?? join(project, '.languedocs', 'bench.json'));
  const wanted = peersIn(options.peers);
  const reporter = new Reporter();
  const scratch = mkdtempSync(join(tmpdir(), 'languedocs-bench-'));
  const clear = (): void => {
    const work = workFolder({ project, out: join(scratch, 'site') });
    for (const made of [work, join(dirname(work), asideName)]) rmSync(made, { recursive: true, force: true });
    if (!keep) rmSync(scratch, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopAll();
      clear();
      process.exit(1);
    });
  }
  try {
    reporter.progress('Copying the articles');
    const copy = join(scratch, 'content');
    cpSync(content, copy, { recursive: true });
    const versions: Record<string, string> = {
      node: process.versions.node,
      pagefind: versionOf(pagefind).replace(/^pagefind /, ''),
    };
    const groups = [ownBuilds(copy, scratch)];
    const peers = wanted.filter((peer) => peer !== 'hugo' || hasHugo(reporter));
    if (peers.length > 0) {
      reporter.progress('Writing plain articles for the peers');
      const articles = plainArticles(copy, join(scratch, 'plain'));
      reporter.line(`${articles.length} plain articles for the peers.`);
      for (const peer of peers) {
        reporter.progress(`Setting up ${labels[peer]}`);
        const folder = join(scratch, peer);
        writeFiles(folder, peer === 'hugo' ? hugoFiles(articles) : starlightFiles(articles));
        if (peer === 'starlight') install(folder);
        Object.assign(versions, peer === 'hugo' ? { hugo: hugoVersion() } : installed(folder));
        groups.push(peer === 'hugo' ? [hugoBuild(folder, scratch)] : [starlightBuild(folder)]);
      }
    }
    const contenders = await runRounds(groups, rounds, timeout, reporter);
    reporter.end();
    const references = [...peers.map((peer) => labels[peer]), `${own} cold`];
    const found = results(contenders, references);
    const [cpu] = cpus();
    const machine = {
      processors: cpus().length,
      processor: cpu?.model ?? 'unknown',
      memoryMebibytes: Math.round(totalmem() / 2 ** 20),
      system: `${platform()} ${release()} ${arch()}`,
    };
    mkdirSync(dirname(out), { recursive: true });
    const record = {
      date: new Date().toISOString(),
      articles: listFiles([copy]).length,
      machine,
      versions,
      results: found,
    };
    // Thousandths are finer than any of this can be repeated.
    const rounded = (_key: string, value: unknown): unknown =>
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
    writeFileSync(typedPath(out), `${JSON.stringify(record, rounded, 2)}\n`);
    stdout.text(resultText(found, references));
    reporter.line(
      `Medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}; all numbers are in ${relative(project, out)}.`,
    );
    if (keep) reporter.line(`The scratch folder is ${scratch}.`);
    return contenders.some(({ measurements }) => measurements.length === 0) ? 1 : 0;
  } finally {
    clear();
  }
}

/** Asks this project's search, plain Pagefind and BM25 the questions of a file; or measures what a browser loads for them. */
async function compareOn(file: string, { site: named, misses, bytes, out }: BenchOptions): Promise<number> {
  const site = siteFolder(named);
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  if (!existsSync(join(site, 'api'))) throw new CommandError(`There is no site in ${site}. Build one first.`);
  if (misses && bytes) throw new UsageError('Give --misses or --bytes, not both.');
  const queries = parseQueries(readFileSync(file, 'utf8'));
  if (misses) {
    const missed = (await answersOf(site, queries)).filter(({ place }) => place !== 1);
    for (const miss of missed) stdout.line(missText(miss));
    stdout.line(`${missed.length} of ${queries.length} questions do not have their article in first place.`);
    return 0;
  }
  const reporter = new Reporter();
  const progress = (what: string): void => reporter.progress(what);
  const [rows, text] = bytes
    ? await measureBytes(site, queries, progress).then((found) => [found, bytesText(found)] as const)
    : await compareSearches(site, queries, progress).then((found) => [found, comparisonText(found)] as const);
  reporter.end();
  stdout.text(text);
  if (out !== undefined) writeFileSync(typedPath(out), `${JSON.stringify(rows, undefined, 1)}\n`);
  return 0;
}

function articlesIn(named: string | undefined): string {
  if (named === undefined) throw new UsageError('Say which articles to build: --content DIR.');
  const folder = typedFolder(named);
  if (listFiles([folder]).length === 0) throw new UsageError(`There are no articles in ${folder}.`);
  return folder;
}

function peersIn(text: string): Peer[] {
  if (text === 'none') return [];
  const names = text.split(',').map((name) => name.trim());
  return [...new Set(names)].map((name) => {
    if (name !== 'hugo' && name !== 'starlight')
      throw new UsageError(
        `Unknown peer \`${name}\` in --peers, expected \`hugo,starlight\` or one of them, or \`none\`.`,
      );
    return name;
  });
}

/** Runs to the end and gives what was said; a failure is an error with what was said last. */
function run(program: string, words: readonly string[], folder: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' });
  if (error) throw new CommandError(`\`${program}\` cannot be run: ${error.message}`);
  if (status !== 0)
    throw new CommandError(`\`${[program, ...words].join(' ')}\` failed:\n${(stdout + stderr).slice(-2000)}`);
  return stdout;
}

function versionOf(script: string): string {
  return run(process.execPath, [script, '--version'], project).trim();
}

function hugoVersion(): string {
  return run('hugo', ['version'], project).trim().split(' ')[1] ?? 'unknown';
}

function hasHugo(reporter: Reporter): boolean {
  const found = spawnSync('hugo', ['version']).status === 0;
  if (!found)
    reporter.line('There is no `hugo` here, so it is left out; get it with `apt-get install hugo` or from gohugo.io.');
  return found;
}

/** The versions of the packages that npm has installed in the folder. */
function installed(folder: string): Record<string, string> {
  const entries = starlightPackages.map((wish) => {
    const name = wish.replace(/@latest$/, '');
    const file = join(folder, 'node_modules', name, 'package.json');
    return [name, (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function install(folder: string): void {
  run('npm', ['install', '--no-audit', '--no-fund', ...starlightPackages], folder);
}

/** The articles without pairs, by this project's own command. */
function plainArticles(content: string, folder: string): PlainArticle[] {
  const words = ['scripts/languedocs.ts', 'extract', '--side', 'target', '--content', content, '--out', folder];
  run(process.execPath, words, project);
  const files = listFiles([folder]);
  const articles = onePerPlace(files.flatMap((file) => plainArticle(file.path, readSource(file).text) ?? []));
  rmSync(folder, { recursive: true });
  if (articles.length === 0) throw new CommandError('No article says its locale, so the peers have nothing to build.');
  return articles;
}

function writeFiles(folder: string, files: readonly PeerFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
