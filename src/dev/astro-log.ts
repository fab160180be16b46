/** Where Astro and Vite say what goes wrong while a preview runs. Their messages quote articles, addresses and files. */
import { stripVTControlCharacters } from 'node:util';
import { indented, stderr } from '../report/output.ts';

interface Message {
  readonly message: string;
}

/** What Astro loads as its logger. It asks only for what is of the level that it was started with. */
export default function astroLog(): { write(event: Message): void } {
  return { write: ({ message }) => stderr.lines(indented(stripVTControlCharacters(message))) };
}
