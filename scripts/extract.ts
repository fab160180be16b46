import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { contentOption, readConfiguration, sourceLocaleOption } from '../src/commands/command-line/site-options.ts';
import { displayPath } from '../src/config/display-path.ts';
import { contains } from '../src/disk/contains.ts';
import { obstacleTo, writeContained } from '../src/disk/contained-files.ts';
import { placesOf } from '../src/commands/output-paths.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { UsageError } from '../src/core/errors.ts';
import { typedPath } from '../src/commands/command-line/npm.ts';
import { countDiagnostics, formatDiagnostics, Reporter } from '../src/report/build-report.ts';
import { type Diagnostic, diagnose } from '../src/core/diagnostics.ts';
import { extract } from '../src/pipeline/extract.ts';
import { ignoreOf } from '../src/pipeline/files/ignore.ts';
import { listFiles, type OddPlace, oddPlace, readIfPossible } from '../src/pipeline/read.ts';

const command: Command = {
  name: 'npm run extract',
  summary:
    'Writes each article without pairs: its translation, or the English source recovered from it, as plain Markdown.',
  options: {
    side: {
      type: 'string',
      value: 'target|source',
      describe: 'Which side to write. Files without pairs have no source side.',
    },
    content: contentOption,
    'source-locale': sourceLocaleOption,
    out: { type: 'string', value: 'DIR', describe: 'Directory to write to; relative paths are kept.' },
  },
};

await runCommand(command, async (args) => {
  const side = args.string('side');
  const out = args.string('out');
  if (side !== 'target' && side !== 'source')
    throw new UsageError('Say which side to write: --side target or --side source.');
  if (out === undefined) throw new UsageError('Say where to write to: --out DIR.');
  const { roots, options } = await readConfiguration(args, false);
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
});

/** A place without symbolic links, as far as it is there. */
function realPlace(place: string): string {
  if (existsSync(place) || dirname(place) === place) return realpathSync(place);
  return join(realPlace(dirname(place)), basename(place));
}
