/** The two streams of a command. Nothing else in the project writes to them, which the linter sees to. */
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { escapeCommands, escapeJson } from '../core/escape-controls.ts';
import { type Text, written } from './styled.ts';

/** A stream that takes lines: no text can begin one, end one, or be a command to the terminal or the build server. */
export class Output {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY;
  }

  line(text: Text = ''): void {
    this.lines([text]);
  }

  lines(texts: Iterable<Text>): void {
    let out = '';
    for (const text of texts) out += `${lineOf(text)}\n`;
    this.#stream.write(out);
  }

  /** A text of the command's own making, whose lines all have their ends: one where it holds text from elsewhere is `lines`. */
  text(text: string): void {
    this.lines(text.replace(/\n$/, '').split('\n'));
  }

  /** Writes over the last line, which `overwritten` or the next call takes away again. For terminals only. */
  overwrite(text: Text): void {
    this.#stream.write(`${clearLine}${lineOf(text)}`);
  }

  /** The line in the place of what `overwrite` wrote. */
  overwritten(text: Text): void {
    this.#stream.write(`${this.isTerminal ? clearLine : ''}${lineOf(text)}\n`);
  }

  /** Calls back where the other side has closed, such as `head` that has seen enough. */
  onClosed(closed: () => void): void {
    this.#stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      closed();
    });
  }
}

export const stdout = new Output(process.stdout);
export const stderr = new Output(process.stderr);

/**
 * Standard output for a protocol of JSON, one message a line, which another program reads. Whole messages are written to it; what
 * would act on a terminal stands in them as escapes of JSON, so that they mean the same. From now on packages that use the console
 * write to standard error, because a line of theirs would be none of the protocol.
 */
export function protocolOutput(): Writable {
  globalThis.console = new Console(process.stderr);
  return new Writable({
    decodeStrings: false,
    write: (message: string, _encoding, done) => {
      process.stdout.write(escapeJson(message), done);
    },
  });
}

const clearLine = '\r\u001B[2K';

/**
 * What a build server takes for a command at the beginning of a line, whatever blanks and colours stand before it: `::error::` in
 * GitHub Actions, `section_start:` in GitLab CI.
 */
const leading = /^((?:\s|\u001B\[[\d;]*m)*)(:(?=:[^:\s])|s(?=ection_(?:start|end):))/i;

/** The lines of a text that may come from anywhere. All but the first are indented: none looks like one of a command's own. */
export function indented(text: string): string[] {
  return text.split('\n').map((line, at) => (at === 0 || /^\s/.test(line) ? line : `  ${line}`));
}

/** A text as a line, without its end. */
export function lineOf(text: Text): string {
  // Parts that are harmless alone may meet: `#` and `#[error]`.
  const line = escapeCommands(written(text));
  if (isCommand(text)) return line;
  return line.replace(leading, (_, before: string, first: string) => `${before}\\x${first.charCodeAt(0).toString(16)}`);
}

/** The same without colours, for a file or a message. */
export function plainLine(text: Text): string {
  return stripVTControlCharacters(lineOf(text));
}

function isCommand(text: Text): boolean {
  return typeof text !== 'string' && text.isCommand;
}
