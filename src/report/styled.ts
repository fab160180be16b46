/**
 * What commands say, put together so that nothing but this module's own colours acts on a terminal: a string is escaped when it
 * becomes part of a `Styled`, and where it is written as it is. Only this module makes a `Styled`.
 */
import picocolors from 'picocolors';
import stringWidth from 'string-width';
import { escapeControls, escapeLine } from '../core/escape-controls.ts';

/** A line of text whose parts are escaped, with colours. */
class StyledText {
  readonly #text: string;
  /** True for a command to the build server, which begins as no text may. */
  readonly #isCommand: boolean;

  constructor(text: string, isCommand = false) {
    this.#text = text;
    this.#isCommand = isCommand;
  }

  get text(): string {
    return this.#text;
  }

  get isCommand(): boolean {
    return this.#isCommand;
  }
}

export type { StyledText as Styled };

/** What can be said: text that has colours, or a string from anywhere. */
export type Text = StyledText | string;

/** A line of several parts: `styled\`${color.red('error')} ${file}\``. Only what is interpolated is escaped. */
export function styled(literals: TemplateStringsArray, ...parts: readonly (Text | number)[]): StyledText {
  return new StyledText(literals.reduce((text, literal, at) => text + partOf(parts[at - 1]) + literal));
}

function partOf(part: Text | number = ''): string {
  return typeof part === 'number' ? String(part) : written(part);
}

/** A text as it is written. */
export function written(text: Text): string {
  return typeof text === 'string' ? escapeControls(text) : text.text;
}

/** The columns of a terminal that a text takes. */
export function widthOf(text: Text): number {
  return stringWidth(written(text));
}

/** A line of a file: its tabs stay. */
export function fileLine(line: string): StyledText {
  return new StyledText(escapeLine(line));
}

/**
 * A workflow command of GitHub Actions. What the runner decodes again, `%`, line ends and in properties `:` and `,`, is encoded; other
 * controls are escaped as everywhere.
 */
export function workflowCommand(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): StyledText {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${commandProperty(String(value))}`);
  return new StyledText(`::${name} ${list.join(',')}::${commandData(message)}`, true);
}

function commandData(text: string): string {
  return escapeControls(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

type Colour = 'blue' | 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow';

const coloured = (name: Colour) => (text: Text) => new StyledText(picocolors[name](written(text)));

/** Whether colours show; without them all functions of `color` leave a text as it is. */
export const hasColor = picocolors.isColorSupported;

/** Colours and weights. */
export const color: Readonly<Record<Colour, (text: Text) => StyledText>> = {
  blue: coloured('blue'),
  bold: coloured('bold'),
  cyan: coloured('cyan'),
  dim: coloured('dim'),
  green: coloured('green'),
  red: coloured('red'),
  yellow: coloured('yellow'),
};
