/**
 * The options that pages show, or that decide which pages there are. An option that is added here is one of `languedocs()`, checked like
 * all others; it reaches every page as `site.facts`, and pages that are there already are made again when it changes. Those who render
 * pages import the types only: a thread would take long to load the library that checks options.
 */
import { z } from 'astro/zod';
import { canonicalTag } from '../core/locales.ts';
import { fillAddress, placeholdersIn, reportPlaceholders, supportPlaceholders } from '../ui/address-template.ts';

export const localeTag = z.string().transform((text, context) => {
  const tag = canonicalTag(text);
  if (tag !== undefined) return tag;
  context.addIssue({ code: 'custom', message: 'expected a language tag such as `fr-FR` or `zh-Hant`' });
  return z.NEVER;
});

export const siteOptionFields = {
  /** Name of the site, in the header and in the title of each page. */
  title: z
    .string({ error: 'expected the name of the site as text' })
    .trim()
    .min(1, { error: 'expected a name, found no text' }),
  /** Locale in which the articles are written first. */
  sourceLocale: localeTag.default('en-US'),
  /** False keeps the pages with the state of all translations out of the published site. */
  status: z.boolean({ error: 'expected true or false' }).default(true),
  /** Where a reader gets help from people, `https://help.example.com/contact?question={query}`. */
  support: addressTemplate(supportPlaceholders, 'https://help.example.com/contact?question={query}').optional(),
  /** Where a reader reports a bad translation, `https://issues.example.com/new?title={article}`; `address-template.ts` lists the placeholders. */
  report: addressTemplate(reportPlaceholders, 'mailto:help@example.com?subject={article}').optional(),
};

const siteOptions = z.object(siteOptionFields);

export type SiteOptions = Readonly<z.output<typeof siteOptions>>;

/** Takes the options that pages show out of all options, which were checked before. */
export function siteOptionsOf(options: SiteOptions): SiteOptions {
  return siteOptions.parse(options);
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:', 'mailto:'].includes(new URL(text).protocol);
}

/** An address with some placeholders, or with none. */
function addressTemplate(placeholders: readonly string[], example: string) {
  const known = placeholders.map((name) => `{${name}}`).join(', ');
  return z.string().superRefine((text, context) => {
    const unknown = placeholdersIn(text).filter((name) => !placeholders.includes(name));
    if (unknown.length > 0) {
      const named = unknown.map((name) => `{${name}}`).join(', ');
      context.addIssue({ code: 'custom', message: `there is no ${named}, expected placeholders among ${known}` });
    } else if (!isWebAddress(fillAddress(text, {}))) {
      context.addIssue({
        code: 'custom',
        message: `expected a complete address such as \`${example}\`, with placeholders among ${known}`,
      });
    }
  });
}
