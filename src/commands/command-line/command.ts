/** What a command is: its name, its options, and what was typed. */

export interface Option {
  readonly type: 'string' | 'boolean';
  /** May be given more than once. */
  readonly multiple?: boolean;
  /** How the value is called in the help, `DIR`. */
  readonly value?: string;
  readonly describe: string;
}

export interface Command {
  /** As it is typed, `npm run build`. */
  readonly name: string;
  readonly summary: string;
  /** What stands behind the options, `FILE`; undefined where nothing may. */
  readonly operands?: string;
  readonly options: Readonly<Record<string, Option>>;
}

export interface Arguments {
  string(name: string): string | undefined;
  strings(name: string): string[];
  flag(name: string): boolean;
  readonly operands: readonly string[];
}
