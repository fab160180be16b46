/**
 * The words of the site's own interface. One file per language in `strings/`; a locale takes each word from the first file
 * of its chain that has it. The files are read, not imported: as imported modules they would belong to every page, and one
 * changed word in one language would render the whole site again.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type TFunction } from 'i18next';
import { localeOf } from '../core/locales.ts';
import { isolate } from './isolate.ts';
import type english from './strings/en.json';
import { isRecord } from '../core/stored.ts';

type Leaves<T, Prefix extends string = ''> = {
  [Name in keyof T & string]: T[Name] extends string ? `${Prefix}${Name}` : Leaves<T[Name], `${Prefix}${Name}.`>;
}[keyof T & string];

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${Intl.LDMLPluralRule}` ? Base : Key;

/** Name of a string, `search.label`; of a counted string without its plural form, `search.results`. */
export type StringKey = WithoutPlural<Leaves<typeof english>>;

/** What the placeholders of a string stand for; `count` chooses the plural form. */
export type StringValues = Readonly<Record<string, string | number>>;

/** All strings of one locale. */
export interface Strings {
  /** BCP 47 tag. */
  readonly tag: string;
  /** Changes whenever a string of this locale changes. */
  readonly digest: string;
  /**
   * Throws for a key that no language has: a build must not end with a hole in a page. Values in letters of the other direction are
   * isolated.
   */
  t(key: StringKey, values?: StringValues): string;
  /** All plural forms of a counted string with their placeholders, for the browser. */
  plurals(key: StringKey): Readonly<Record<string, string>>;
}

// While Astro renders, this module is bundled somewhere else; the project's root stays the working folder.
const beside = join(import.meta.dirname, 'strings');
/** Where the files are. */
export const stringsFolder = existsSync(beside) ? beside : join(process.cwd(), 'src', 'ui', 'strings');

const tables = new Map<string, Strings>();

/** The strings of a locale; read once. */
export function stringsFor(tag: string): Strings {
  let strings = tables.get(tag);
  if (!strings) tables.set(tag, (strings = readStrings(tag)));
  return strings;
}

/** Forgets the strings of this copy of the module, for a process in which their files change. */
export function forgetStrings(): void {
  tables.clear();
}

/**
 * Languages in which a locale looks for a string, best first.
 *
 * @example stringChain('zh-TW') // ['zh-TW', 'zh-Hant-TW', 'zh-Hant', 'zh', 'en']
 * @example stringChain('no') // ['no', 'no-Latn-NO', 'no-Latn', 'nb', 'en']
 * @example stringChain('nb-NO') // ['nb-NO', 'nb-Latn-NO', 'nb-Latn', 'nb', 'no', 'en']
 */
export function stringChain(tag: string): string[] {
  const { baseName, language, script } = new Intl.Locale(tag).maximize();
  const chain = [tag, baseName, script === undefined ? language : `${language}-${script}`, language];
  // CLDR has both written Norwegian languages below `no`.
  if (language === 'nb' || language === 'nn' || language === 'no') chain.push('nb', 'no');
  chain.push('en');
  return [...new Set(chain)];
}

function readStrings(tag: string): Strings {
  const chain = stringChain(tag);
  const files = chain
    .map((language) => ({ language, path: join(stringsFolder, `${language}.json`) }))
    .filter(({ path }) => existsSync(path))
    .map(({ language, path }) => ({ language, text: readFileSync(path, 'utf8') }));
  if (files.length === 0) throw new Error(`No interface strings in ${stringsFolder}: not even en.json.`);

  const instance = i18next.createInstance();
  void instance.init({
    lng: tag,
    fallbackLng: chain.slice(1),
    resources: Object.fromEntries(
      files.map(({ language, text }) => [language, { translation: parse(language, text) }]),
    ),
    initAsync: false,
    // The templates escape; escaped twice, a quote would show as `&quot;`.
    interpolation: { escapeValue: false },
  });
  return new LocaleStrings(tag, digestOf(files), instance.getFixedT(tag), (key, values) =>
    instance.exists(key, { ...values }),
  );
}

function parse(language: string, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`src/ui/strings/${language}.json is not valid JSON: ${reason}.`, { cause: error });
  }
  if (isRecord(value)) return value;
  throw new Error(`src/ui/strings/${language}.json:1: this is not an object with a string for each key.`);
}

function digestOf(files: readonly { language: string; text: string }[]): string {
  const hash = createHash('sha256');
  for (const { language, text } of files) hash.update(`${language}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

class LocaleStrings implements Strings {
  readonly tag: string;
  readonly digest: string;
  readonly #translate: TFunction;
  readonly #exists: (key: string, values?: StringValues) => boolean;
  // i18next takes some 4 µs a string, too much for forty strings on each of 100,000 pages.
  readonly #found = new Map<string, string>();

  constructor(
    tag: string,
    digest: string,
    translate: TFunction,
    exists: (key: string, values?: StringValues) => boolean,
  ) {
    this.tag = tag;
    this.digest = digest;
    this.#translate = translate;
    this.#exists = exists;
  }

  t(key: StringKey, values?: StringValues): string {
    const asked = values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    let text = this.#found.get(asked);
    if (text === undefined) this.#found.set(asked, (text = this.#resolve(key, values)));
    return text;
  }

  plurals(key: StringKey): Readonly<Record<string, string>> {
    const forms = new Intl.PluralRules(this.tag).resolvedOptions().pluralCategories;
    return Object.fromEntries(
      forms.map((form) => {
        const exact = `${key}_${form}`;
        // A language that borrows English strings may have forms that English lacks.
        return [form, this.#translate(this.#exists(exact) ? exact : `${key}_other`, { skipInterpolation: true })];
      }),
    );
  }

  #resolve(key: StringKey, values: StringValues = {}): string {
    if (!this.#exists(key, values))
      throw new Error(`No string \`${key}\` for ${this.tag}. Add it to src/ui/strings/en.json.`);
    const { direction } = localeOf(this.tag);
    const isolated = Object.entries(values).map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'string' ? isolate(value, direction) : value,
    ]);
    return this.#translate(key, Object.fromEntries(isolated));
  }
}
