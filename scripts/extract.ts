import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { contentOption, displayPath, readConfiguration } from '../src/build/configuration.ts';
import { placesOf } from '../src/build/places.ts';
import { type Command, runCommand, UsageError } from '../src/cli/arguments.ts';
import { countDiagnostics, formatDiagnostics, Reporter } from '../src/cli/report.ts';
import { type Diagnostic, diagnose } from '../src/diagnostics.ts';
import { extract } from '../src/pipeline/extract.ts';
import { listFiles, readSource } from '../src/pipeline/read.ts';

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
  const target = resolve(out);
  const inside = roots.find((root) => `${target}/`.startsWith(`${root}/`));
  if (inside !== undefined)
    throw new UsageError(`Wrong --out \`${out}\`: it lies in ${inside}, whose files would be overwritten.`);
  const files = listFiles(roots);
  const placeOf = placesOf(files);
  let written = 0;
  for (const [index, file] of files.entries()) {
    reporter.progress('Extracting', index, files.length);
    const source = readSource(file);
    const { markdown, findings } = extract(source, side, options.sourceLocale);
    diagnostics.push(...diagnose(displayPath(file), source.text, findings));
    if (markdown === undefined) continue;
    const place = join(target, placeOf(file));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, markdown);
    written++;
  }
  reporter.progress('Extracting', files.length, files.length);
  for (const line of formatDiagnostics(diagnostics)) reporter.line(line);
  const found = countDiagnostics(diagnostics);
  reporter.line(`${written} of ${files.length} files written to ${out}${found === '' ? '' : `; ${found}`}.`);
  return 0;
});
