/** The command line of the project: `languedocs COMMAND [options]`. */
import { runProgram } from '../src/commands/command-line/run.ts';
import { programFor } from '../src/commands/program.ts';

const words = process.argv.slice(2);
const { program, command } = await programFor(words);
await runProgram(program, words, command);
