/** `npm run extract`. */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Command, Option } from '@commander-js/extra-typings';
import {
  contentOption,
  readConfiguration,
  type SiteOptions,
  sourceLocaleOption,
} from './command-line/shared-options.ts';
import { displayPath } from '../config/display-path.ts';
import { contains } from '../disk/contains.ts';
import { obstacleTo, writeContained } from '../disk/contained-files.ts';
import { placesOf } from './output-paths.ts';
import { UsageError } from '../core/errors.ts';
import { typedPath } from './command-line/npm.ts';
import { countDiagnostics, formatDiagnostics, Reporter } from '../report/build-report.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { extract } from '../pipeline/extract.ts';
import { ignoreOf } from '../pipeline/files/ignore.ts';
import { listFiles, type OddPlace, oddPlace, readIfPossible } from '../pipeline/read.ts';

const sides = ['target', 'source'] as const;
type Side = (typeof sides)[number];

export default (command: Command) =>
  command
    .addOption(
      new Option('--side <SIDE>', 'Which side to write. Files without pairs have no source side.')
        .choices(sides)
        .makeOptionMandatory(),
    )
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .requiredOption('--out <DIR>', 'Directory to write to; relative paths are kept.')
    .action(async (options) => {
      process.exitCode = await extractAll(options);
    });

interface ExtractOptions extends SiteOptions {
  readonly side: Side;
  readonly out: string;
}

/** Gives the exit code. */
async function extractAll({ side, out, ...typed }: ExtractOptions): Promise<number> {
  const { roots, options } = await readConfiguration(typed);
  const reporter = new Reporter();
  const diagnostics: Diagnostic[] = [];
  const target = realPlace(typedPath(out));
  const note = (place: OddPlace): unknown => diagnostics.push(oddPlace(place, displayPath(place)));
  const files = listFiles(roots, { ignore: ignoreOf(options.ignore), onOdd: note });
  const placeOf = placesOf(files);
  const content = roots.map((root) => realpathSync(root));
  for (const place of ['', ...files.map(placeOf)]) {
    const inside = content.find((root) => contains(root, join(target, place)));
    if (inside !== undefined)
      throw new UsageError(`Wrong --out \`${out}\`: files in ${inside} would be overwritten. Name another directory.`);
  }
  mkdirSync(target, { recursive: true });
  let [written, refused] = [0, 0];
  for (const [index, file] of files.entries()) {
    reporter.progress('Extracting', index, files.length);
    const source = readIfPossible(file, note);
    if (!source) continue;
    const { markdown, findings } = extract(source, side, options.sourceLocale);
    diagnostics.push(...diagnose(displayPath(file), source.text, findings));
    if (markdown === undefined) continue;
    const obstacle = obstacleTo(target, placeOf(file));
    if (obstacle === undefined) {
      writeContained(target, placeOf(file), markdown);
      written++;
    } else {
      reporter.line(`${displayPath(file)} was not written: ${obstacle}.`);
      refused++;
    }
  }
  reporter.progress('Extracting', files.length, files.length);
  for (const line of formatDiagnostics(diagnostics)) reporter.line(line);
  const found = countDiagnostics(diagnostics);
  reporter.line(`${written} of ${files.length} files written to ${out}${found === '' ? '' : `; ${found}`}.`);
  return refused > 0 ? 1 : 0;
}

/** A place without symbolic links, as far as it is there. */
function realPlace(place: string): string {
  if (existsSync(place) || dirname(place) === place) return realpathSync(place);
  return join(realPlace(dirname(place)), basename(place));
}
