/** Where a site will be: the host of `site`, and the path of `base`, which `site` may have too. */
import { UsageError } from '../core/errors.ts';

/** What the command line or the configuration says. */
export interface StatedAddress {
  readonly base?: string | undefined;
  readonly site?: string | undefined;
}

export interface SiteAddress {
  /** Begins and ends with `/`. */
  readonly base: string;
  /** Undefined where nobody says which host it is. */
  readonly origin?: string;
}

/**
 * The address that the command line states, and what it leaves out as configured. A path of `site` is the base where no base stands
 * beside it. Throws a UsageError where they are two different ones.
 */
export function addressOf(typed: StatedAddress, configured: StatedAddress): SiteAddress {
  const site = siteFrom(typed.site ?? configured.site);
  const beside = typed.base ?? (typed.site === undefined ? configured.base : undefined);
  const ownBase = beside === undefined ? undefined : baseFrom(beside);
  const sitePath = site === undefined || site.pathname === '/' ? undefined : baseFrom(site.pathname);
  // The path of a configured site does not hold for a base that is typed.
  const isOne = typed.site !== undefined || typed.base === undefined;
  if (isOne && sitePath !== undefined && ownBase !== undefined && sitePath !== ownBase)
    throw new UsageError(
      `The site \`${site?.href ?? ''}\` has the path \`${sitePath}\`, and the base is \`${ownBase}\`. Write the path once: as base, beside \`${site?.origin ?? ''}\` as site.`,
    );
  const base = ownBase ?? sitePath ?? baseFrom(configured.base ?? '/');
  return { base, ...(site === undefined ? {} : { origin: site.origin }) };
}

function baseFrom(text: string): string {
  if (!/^\/[\w./~-]*$/.test(text))
    throw new UsageError(`Wrong base \`${text}\`, expected a path that begins with \`/\`, such as \`/help/\`.`);
  return `/${text.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
}

function siteFrom(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const site = URL.canParse(text) ? new URL(text) : undefined;
  const isAddress = site !== undefined && /^https?:$/.test(site.protocol);
  if (!isAddress || `${site.username}${site.password}${site.search}${site.hash}` !== '')
    throw new UsageError(`Wrong site \`${text}\`, expected an address such as \`https://help.example.com\`.`);
  return site;
}
