/** What headers say in YAML, TOML and JSON. Every scalar comes as text, so that `0123` and `2020-12-17` stay what they are. */
import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { parse as parseToml, TomlError } from 'smol-toml';

/** A header's values by their keys as they are written. */
export type Fields = Readonly<Record<string, unknown>>;

/** Why a header cannot be read, and where in its text. */
export class HeaderError extends Error {
  readonly offset: number;

  constructor(reason: string, offset = 0) {
    super(reason);
    this.offset = offset;
  }
}

const readers: ReadonlyMap<string, (text: string) => Fields> = new Map([
  ['yaml', yamlFields],
  ['toml', tomlFields],
  // An object of JSON is one of YAML, with the same limits; a key that stands there twice is an error then.
  ['json', jsonFields],
]);

/**
 * The fields of a header.
 *
 * @param text between the marks
 * @throws HeaderError
 */
export function fieldsIn(text: string, language: string): Fields {
  const reader = readers.get(language.toLowerCase());
  if (!reader) throw new HeaderError(`front matter in \`${language}\` is not read, expected YAML, TOML or JSON`);
  return reader(text);
}

/** Whether headers in a language are read. */
export function isHeaderLanguage(language: string): boolean {
  return readers.has(language.toLowerCase());
}

/**
 * gray-matter would execute a header that begins with `---js`, and looks for engines among all that objects inherit, so it never sees a
 * language. From each line end on, also of Unicode's own, it looks over all blanks behind for a comment, time that grows with the square
 * of a run of them, so it is shown long runs as one blank; what is read is the header itself.
 */
function yamlFields(text: string): Fields {
  const shown = text.replace(/\s{64,}/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '));
  const engines = { yaml: { parse: () => yamlMap(text) } };
  return mergedFields(matter(`---\n${shown}---\n`, { language: 'yaml', engines }).data);
}

function jsonFields(text: string): Fields {
  if (!text.trimStart().startsWith('{')) throw new HeaderError('the front matter is no object');
  return yamlMap(text);
}

/** Aliases that a header may have. Lists of aliases of lists grow with each: so few of them make hundreds of values at most. */
const mostAliases = 16;

function yamlMap(text: string): Fields {
  let value: unknown;
  try {
    value = load(text, { schema: FAILSAFE_SCHEMA, maxAliases: mostAliases });
  } catch (error) {
    if (error instanceof YAMLException) throw new HeaderError(error.reason, error.mark?.position ?? 0);
    throw new HeaderError(error instanceof Error ? error.message : String(error));
  }
  if (!isMap(value)) throw new HeaderError('the front matter is no list of keys and values');
  return value;
}

/** Maps that are merged into maps that are merged. */
const deepestMerge = 8;

/** With the fields of maps that YAML's `<<` names; a key of its own counts before them, an earlier map before a later one. */
function mergedFields(fields: Fields, depth = 0): Fields {
  const { '<<': merged, ...own } = fields;
  if (merged === undefined || depth === deepestMerge) return fields;
  const maps = (Array.isArray(merged) ? merged : [merged]).filter(isMap);
  if (maps.length === 0) return fields;
  const inherited = maps.map((map) => mergedFields(map, depth + 1)).toReversed();
  return Object.fromEntries([...inherited, own].flatMap((map) => Object.entries(map)));
}

/** Characters of a header in TOML, which takes longer to read than YAML. */
const longestToml = 200_000;
/** Lists and tables in each other; what lies deeper says nothing. */
const deepest = 8;

function tomlFields(text: string): Fields {
  if (text.length > longestToml) throw new HeaderError(`it has more than ${longestToml} characters`);
  try {
    const table = parseToml(text, { maxDepth: 32, integersAsBigInt: 'asNeeded', unsafeKeyBehaviour: 'drop' });
    const fields = withTexts(table, 0);
    return isMap(fields) ? withDottedKeys(fields) : {};
  } catch (error) {
    if (!(error instanceof TomlError)) throw new HeaderError(error instanceof Error ? error.message : String(error));
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new HeaderError(reason, offsetOf(text, error));
  }
}

function offsetOf(text: string, { line, column }: TomlError): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf('\n', start) + 1;
  return Math.min(start + column - 1, text.length);
}

function withTexts(value: unknown, depth: number): unknown {
  if (value instanceof Date) return value.toISOString();
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, depth + 1));
  if (!isMap(value)) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, depth + 1)]));
}

/** `ms.date = …` is a key of a table `ms` in TOML, and means the key that YAML would have. */
function withDottedKeys({ ms, ...fields }: Fields): Fields {
  if (!isMap(ms)) return ms === undefined ? fields : { ms, ...fields };
  return { ...Object.fromEntries(Object.entries(ms).map(([key, value]) => [`ms.${key}`, value])), ...fields };
}

function isMap(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
