/** The options of the `languedocs()` integration: what an author of a site may choose. */
import { z } from 'astro/zod';
import { knownRules } from '../check/known-rules.ts';
import { canonicalTag } from '../core/locales.ts';
import { wordSequence } from '../search/word-sequence.ts';
import { isWebAddress, localeTag, siteOptionFields } from './site-options.ts';

const webAddress = z.string().refine(isWebAddress, {
  error: 'expected a complete address such as `https://help.example.com/contact` or `mailto:help@example.com`',
});

const hostName = z
  .string()
  .regex(/^[a-z\d-]+(\.[a-z\d-]+)+$/i, { error: 'expected a host name such as `docs.example.com`' });

const ruleName = z.string().refine((name) => knownRules.has(name), { error: 'there is no such rule' });

const checkOptions = z.strictObject({
  /** What a rule's findings are here: `error`, `warning`, `info` (counted only) or `off`. */
  severity: z
    .record(ruleName, z.enum(['error', 'warning', 'info', 'off'], { error: 'expected error, warning, info or off' }))
    .default({}),
  /** Findings that are accepted. */
  exceptions: z
    .array(
      z.strictObject({
        rule: ruleName,
        /** Such as `content/fr-FR/**` or `pay-*.md`; all files when left out. */
        files: z.string().min(1).optional(),
        /** A piece of the message, for one finding among several. */
        message: z.string().min(1).optional(),
        reason: z
          .string({ error: 'expected why this is accepted' })
          .trim()
          .min(1, { error: 'expected why this is accepted' }),
      }),
      { error: 'expected a list of exceptions' },
    )
    .default([]),
  /** Names of products, which translations leave as they are. */
  terms: z.array(z.string().trim().min(2), { error: 'expected a list of names' }).default([]),
});

/** More of a group would be a topic, not a meaning; and each word is kept with all the others. */
const mostSynonyms = 50;
/** Each pair of characters of a script without blanks leads to all of the other words. */
const longestSynonym = 100;

/** Of all groups of a locale: more than people write by hand, and few enough to be looked through in no time. */
const mostSynonymsOfLocale = 20_000;

function countWords(groups: readonly (readonly unknown[])[]): number {
  return groups.reduce((sum, group) => sum + group.length, 0);
}

function tooManySynonyms(count: number): string {
  const [most, found] = [mostSynonymsOfLocale, count].map((number) => number.toLocaleString('en-US'));
  return (
    `expected at most ${most} words in all groups of a locale, these are ${found}: ` +
    'leave out words that readers do not search for, or write those of one article into its `keywords`'
  );
}

const synonymGroup = z
  .array(
    z
      .string({ error: 'expected a word as text' })
      .max(longestSynonym, { error: `expected a word of at most ${longestSynonym} characters` })
      .refine((word) => wordSequence(word).length > 0, { error: 'expected a word with letters or digits' }),
    { error: 'expected a list of words that mean the same' },
  )
  .min(2, { error: 'expected at least two words that mean the same' })
  .max(mostSynonyms, { error: `expected at most ${mostSynonyms} words that mean the same` });

const synonymGroups = z
  .array(z.array(z.unknown(), { error: 'expected a list of words that mean the same' }), {
    error: 'expected a list of groups such as `[["bill", "invoice"], ["phone", "telephone"]]`',
  })
  // Words are looked at only where they are not too many.
  .superRefine((groups, context) => {
    const count = countWords(groups);
    if (count > mostSynonymsOfLocale) context.addIssue({ code: 'custom', message: tooManySynonyms(count) });
  })
  .pipe(z.array(synonymGroup));

const schema = z.strictObject({
  ...siteOptionFields,
  /** Directories with articles, relative to the project. */
  content: z
    .array(
      z.string({ error: 'expected a directory as text' }).min(1, { error: 'expected a directory, found no text' }),
      {
        error: 'expected a list of directories such as `["content"]`',
      },
    )
    .min(1, { error: 'expected at least one directory' })
    .default(['content']),
  /** Files and folders that are no articles, as globs below the directories: `drafts/`, `*.tmp.md`, `fr-FR/old/**`. */
  ignore: z
    .array(z.string({ error: 'expected a glob as text' }).min(1, { error: 'expected a glob, found no text' }), {
      error: 'expected a list of globs such as `["drafts/", "*.tmp.md"]`',
    })
    .default([]),
  /** Locales to publish; all that have articles when left out. */
  locales: z
    .array(localeTag, { error: 'expected a list of language tags such as `["en-US", "fr-FR"]`' })
    .min(1)
    .optional(),
  /** Hosts whose pages exist in many locales below `/fr-fr/`; links to them lead to the reader's own. */
  documentationHosts: z.array(hostName, { error: 'expected a list of host names' }).default([]),
  /**
   * The site that the articles were written for, `https://docs.example.com/help`. Links that begin with `/` belong to its host, and
   * links to articles on it lead to the same article here.
   */
  documentationSite: webAddress.transform((address) => address.replace(/\/$/, '')).optional(),
  /** What `npm run check` finds, and how bad that is. */
  check: checkOptions.prefault({}),
  /** Words that mean the same, by locale: who asks for one of them finds articles with the others. */
  synonyms: z
    .record(z.string(), synonymGroups, {
      error: 'expected lists of words by locale such as `{ "fr-FR": [["note", "facture"]] }`',
    })
    .transform((byLocale, context) => {
      const byTag: Record<string, string[][]> = {};
      for (const [text, groups] of Object.entries(byLocale)) {
        const tag = canonicalTag(text);
        const issue = (message: string): void => context.addIssue({ code: 'custom', path: [text], message });
        if (tag === undefined) {
          issue('expected a language tag such as `fr-FR` or `zh-Hant` as the key');
          continue;
        }
        const all = (byTag[tag] = [...(byTag[tag] ?? []), ...groups]);
        // A tag may be written in several ways.
        if (countWords(all) > mostSynonymsOfLocale) issue(tooManySynonyms(countWords(all)));
      }
      return byTag;
    })
    .default({}),
  /**
   * File in which the build records slugs, so that the addresses of renamed articles lead to the new ones; relative to the project.
   * It belongs into version control. No record is kept when left out.
   */
  slugHistory: z.string({ error: 'expected a file name such as `slugs.json`' }).min(1).optional(),
});

/** Names of all options. */
export const optionNames: readonly string[] = Object.keys(schema.shape);

export type LanguedocsOptions = z.input<typeof schema>;
export type ResolvedOptions = z.output<typeof schema>;

/** The options with their defaults. Throws one error that names every wrong value. */
export function resolveOptions(options: unknown): ResolvedOptions {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  const lines = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(
          (key) => `  ${pathText([...issue.path, key])}: there is no such option${expectedKeys(issue.path)}`,
        )
      : [`  ${pathText(issue.path)}: ${messageOf(issue)}${foundText(options, issue.path)}`],
  );
  throw new Error(`astro.config.mjs: the options of languedocs() are wrong.\n${lines.join('\n')}`);
}

/** The keys that there are at a place of the options. */
function expectedKeys(path: readonly PropertyKey[]): string {
  const shape =
    path.length === 0 ? schema.shape : path[0] === 'check' && path.length === 1 ? checkOptions.shape : undefined;
  return shape === undefined ? '' : `, expected one of ${Object.keys(shape).join(', ')}`;
}

/** What is wrong with a key is said by the schema of keys. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'options';
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

function foundText(options: unknown, path: readonly PropertyKey[]): string {
  let value = options;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[part];
  return value === undefined ? '' : `, found ${JSON.stringify(value)}`;
}
