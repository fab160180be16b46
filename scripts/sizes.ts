import { setFlagsFromString } from 'node:v8';
import { type Command, runCommand, UsageError, wholeNumber } from '../src/cli/arguments.ts';
import { stdout } from '../src/cli/output.ts';
import { shapes } from '../src/trials/shapes.ts';
import { growthOf } from '../src/trials/sizes.ts';

const command: Command = {
  name: 'npm run sizes',
  summary:
    'Sends hostile shapes through the pipeline, each at a size and at two, four and eight times that size: time grows with the size.',
  options: {
    count: { type: 'string', value: 'N', describe: 'How many of the thing the smallest has. Default: 1000.' },
    only: { type: 'string', value: 'NAME', describe: 'One shape alone.' },
  },
};

// So that the collection of garbage does not decide what grows how: what lives through one article is not moved about.
setFlagsFromString('--max-semi-space-size=128');

await runCommand(command, (args) => {
  const count = wholeNumber(args, 'count', { otherwise: 1000, least: 1 });
  const only = args.string('only');
  const names = Object.keys(shapes).filter((name) => only === undefined || name === only);
  if (names.length === 0)
    throw new UsageError(`Unknown shape \`${only}\`, expected one of ${Object.keys(shapes).join(', ')}.`);
  const failed: string[] = [];
  for (const name of names) {
    // Whatever else a machine does can make one measurement slow, but not every one.
    let growth = growthOf(name, count);
    for (let again = 0; again < 2 && growth.faster.length > 0; again++) growth = growthOf(name, count);
    const { milliseconds, ratio, faster } = growth;
    const taken = milliseconds.map((time) => time.toFixed(0).padStart(8)).join('');
    const said = faster.length > 0 ? `  faster than the article: ${faster.join(', ')}` : '';
    stdout.line(`${name.padEnd(40)}${taken}${ratio.toFixed(1).padStart(8)}${said}`);
    if (faster.length > 0) failed.push(name);
  }
  stdout.line(
    failed.length === 0
      ? `${names.length} shapes; the time of each grows with its size.`
      : `${failed.length} of ${names.length} shapes grow faster than their size: ${failed.join(', ')}.`,
  );
  return Promise.resolve(failed.length > 0 ? 1 : 0);
});
