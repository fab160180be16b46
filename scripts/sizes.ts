import { setFlagsFromString } from 'node:v8';
import { runCommand } from '../src/commands/command-line/run.ts';
import { wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { UsageError } from '../src/core/errors.ts';
import { stdout } from '../src/report/output.ts';
import { randomPump } from './trials/pumps.ts';
import { seededRandom } from './trials/random.ts';
import { type Shape, shapes } from './trials/shapes.ts';
import { growthOf, scale } from './trials/sizes.ts';

const command: Command = {
  name: 'npm run sizes',
  summary: `Sends hostile shapes through the pipeline, each at a size and at ${scale} times that size: time grows with the size.`,
  options: {
    count: { type: 'string', value: 'N', describe: 'How many of the thing the smallest has. Default: 1000.' },
    only: { type: 'string', value: 'WORDS', describe: 'Only shapes with these words in their name.' },
    random: { type: 'string', value: 'N', describe: 'So many shapes made at random instead of those that are known.' },
    seed: { type: 'string', value: 'N', describe: 'Where the random numbers begin. Default: 1.' },
  },
};

// So that the collection of garbage does not decide what grows how: what lives through one article is not moved about.
setFlagsFromString('--max-semi-space-size=128');

await runCommand(command, (args) => {
  const count = wholeNumber(args, 'count', { otherwise: 1000, least: 1 });
  const pumps = wholeNumber(args, 'random', { otherwise: 0, least: 0 });
  const only = args.string('only') ?? '';
  const known = Object.entries(shapes).filter(([name]) => name.includes(only));
  if (known.length === 0)
    throw new UsageError(`No shape is called \`${only}\`, expected words of one of ${Object.keys(shapes).join(', ')}.`);
  const wanted = pumps > 0 ? randomPumps(pumps, wholeNumber(args, 'seed', { otherwise: 1 })) : known;
  const failed: string[] = [];
  for (const [name, shape] of wanted) {
    const { milliseconds, faster } = growthOf(shape, count);
    const taken = milliseconds.map((time) => time.toFixed(0).padStart(8)).join('');
    const said = faster.map(({ stage, ratio }) => `  ${stage} ${ratio.toFixed(1)} times`).join(',');
    stdout.line(`${name.padEnd(40)}${taken}${said}`);
    if (faster.length > 0) failed.push(name);
  }
  stdout.line(
    failed.length === 0
      ? `${wanted.length} shapes; the time of each grows with its size.`
      : `${failed.length} of ${wanted.length} shapes grow faster than their size: ${failed.join(', ')}.`,
  );
  return Promise.resolve(failed.length > 0 ? 1 : 0);
});

function randomPumps(count: number, seed: number): [name: string, shape: Shape][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => randomPump(random));
}
