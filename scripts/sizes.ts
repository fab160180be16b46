import { type Command, runCommand, UsageError, wholeNumber } from '../src/cli/arguments.ts';
import { measure, shapes } from '../src/trials/sizes.ts';

const command: Command = {
  name: 'npm run sizes',
  summary: 'Sends hostile shapes through the pipeline, each at a size and at two, four and eight times that size.',
  options: {
    count: { type: 'string', value: 'N', describe: 'How many of the thing the smallest has. Default: 1000.' },
    only: { type: 'string', value: 'NAME', describe: 'One shape alone.' },
  },
};

await runCommand(command, (args) => {
  const count = wholeNumber(args, 'count', { otherwise: 1000, least: 1 });
  const only = args.string('only');
  const names = Object.keys(shapes).filter((name) => only === undefined || name === only);
  if (names.length === 0)
    throw new UsageError(`Unknown shape \`${only}\`, expected one of ${Object.keys(shapes).join(', ')}.`);
  let failures = 0;
  // Milliseconds at each size, and how often the last doubling took longer: 2 is linear.
  for (const name of names) {
    // The first run pays for the compiler.
    measure(name, count);
    const runs = [1, 2, 4, 8].map((times) => measure(name, count * times));
    const [before, last] = runs.slice(-2).map(({ milliseconds }) => milliseconds);
    const growth = (last ?? 0) / Math.max(before ?? 0, 1);
    const taken = runs.map(({ milliseconds }) => milliseconds.toFixed(0).padStart(8)).join('');
    process.stdout.write(`${name.padEnd(28)}${taken}${growth.toFixed(1).padStart(8)}\n`);
    for (const failure of new Set(runs.flatMap((run) => run.failures))) {
      process.stdout.write(`  ${failure}\n`);
      failures++;
    }
  }
  return Promise.resolve(failures > 0 ? 1 : 0);
});
