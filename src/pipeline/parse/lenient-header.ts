/** Reads what can be read of a header that is no YAML: broken quoting, several keys on one line, translated keys. */
import { isPublicationKey } from './publication.ts';

/** The keys of the hand-back dialect that mean something to the site. */
export const headerKeys: readonly string[] = [
  'title',
  'description',
  'slug',
  'category',
  'keywords',
  'redirect_from',
  'ms.author',
  'author',
  'manager',
  'audience',
  'ms.audience',
  'ms.topic',
  'ms.service',
  'ms.date',
  'ms.custom',
  'ms.assetid',
  'ms.collection',
  'ms.reviewer',
  'ms.openlocfilehash',
  'ms.sourcegitcommit',
  'ms.translationtype',
  'ms.contentlocale',
  'ms.lasthandoff',
  'ms.locfileid',
  'ROBOTS',
  'localization_priority',
];

const knownKeys = new Set(headerKeys.map((key) => key.toLowerCase()));

/** True for the keys of this dialect; every key that begins with `ms.` is taken for one. */
export function isKnownKey(key: string): boolean {
  return knownKeys.has(key.toLowerCase()) || /^ms\W/i.test(key) || isPublicationKey(key);
}

const keyPattern = new RegExp(
  `(?<![\\w.-])(${headerKeys.map((key) => key.replace('.', '\\.')).join('|')})\\s*[:：]`,
  'gi',
);

/** Values of the known keys, each up to the next known key; undefined where the text is no header. */
export function scanLenient(text: string): Record<string, unknown> | undefined {
  const publication = publicationLines(text);
  const known = scanKnown(text);
  if (known === undefined && Object.keys(publication).length === 0) return undefined;
  return { ...publication, ...known };
}

/**
 * Lines that say whether a file is published. Their keys are words like any other, so that one counts at the beginning of a line only.
 * A value may stand on the next line; and of a key that stands there twice each value counts.
 */
export function publicationLines(text: string): Record<string, unknown> {
  const values = new Map<string, Set<string>>();
  for (const [, key = '', value = '', next = ''] of halfWidth(text).matchAll(publicationLine)) {
    if (!isPublicationKey(key)) continue;
    const own = plainValue(value);
    const stated = /^[|>][+-]?$/.test(own) || own === '' ? plainValue(next) : own;
    const known = values.get(key);
    if (known) known.add(stated);
    else values.set(key, new Set([stated]));
  }
  return Object.fromEntries(Array.from(values, ([key, all]) => [key, [...all]]));
}

const publicationLine =
  /^[ \t]*(?:-[ \t]+)?["']?(\p{L}[\p{L}\p{M}\w.-]*)["']?[ \t]*[:=](.*)(?=(?:\n[ \t]+(?:-[ \t]+)?(.*))?)/gmu;

/** With letters and signs of full width as those of ASCII; each stays in its place. */
function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function plainValue(text: string): string {
  return unquote(text.replace(/\s#.*$/, '').replace(/,\s*$/, ''));
}

function scanKnown(text: string): Record<string, unknown> | undefined {
  const found = [...text.matchAll(keyPattern)];
  // One known word with a colon in the middle of a line may be a piece of a sentence.
  const atLineStart = found.some(({ index }) => index === 0 || text[index - 1] === '\n');
  if (found.length < 2 && !atLineStart) return undefined;
  const fields: Record<string, unknown> = {};
  found.forEach((match, index) => {
    const key = (match[1] ?? '').toLowerCase();
    const raw = text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length);
    if (!(key in fields)) fields[key] = valueOf(raw);
  });
  return fields;
}

function valueOf(raw: string): string | string[] {
  const items = [...raw.matchAll(/^[ \t]*-[ \t]+(\S.*)$/gm)].map((match) => unquote(match[1] ?? ''));
  if (items.length > 0) return items;
  return unquote(raw.split('\n')[0] ?? '');
}

function unquote(text: string): string {
  const trimmed = text.trim();
  const quoted = /^(["'])([\s\S]*)\1$/.exec(trimmed);
  return quoted?.[2] ?? trimmed;
}
