/** `npm run sizes`. */
import { setFlagsFromString } from 'node:v8';
import { Option } from '@commander-js/extra-typings';
import { programNamed, runProgram } from '../src/commands/command-line/run.ts';
import { wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import { UsageError } from '../src/core/errors.ts';
import { stdout } from '../src/report/output.ts';
import { randomPump } from './trials/pumps.ts';
import { seededRandom } from './trials/random.ts';
import { type Shape, shapes } from './trials/shapes.ts';
import { growthOf, scale } from './trials/sizes.ts';

// So that the collection of garbage does not decide what grows how: what lives through one article is not moved about.
setFlagsFromString('--max-semi-space-size=128');

await runProgram(
  programNamed('sizes')
    .description(
      `Sends hostile shapes through the pipeline, each at a size and at ${scale} times that size: time grows with the size.`,
    )
    .addOption(
      new Option('--count <N>', 'How many of the thing the smallest has.')
        .argParser(wholeNumber({ least: 1 }))
        .default(1000),
    )
    .option('--only <WORDS>', 'Only shapes with these words in their name.', '')
    .addOption(
      new Option('--random <N>', 'So many shapes made at random instead of those that are known.')
        .argParser(wholeNumber())
        .default(0),
    )
    .addOption(new Option('--seed <N>', 'Where the random numbers begin.').argParser(wholeNumber()).default(1))
    .action(({ count, only, random: pumps, seed }) => {
      const known = Object.entries(shapes).filter(([name]) => name.includes(only));
      if (known.length === 0)
        throw new UsageError(
          `No shape is called \`${only}\`, expected words of one of ${Object.keys(shapes).join(', ')}.`,
        );
      const wanted = pumps > 0 ? randomPumps(pumps, seed) : known;
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
      if (failed.length > 0) process.exitCode = 1;
    }),
);

function randomPumps(count: number, seed: number): [name: string, shape: Shape][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => randomPump(random));
}
