/** The door through which Astro sees the status board: a file for the whole, and one for each locale. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board, EditionStatus, LocaleStatus, TopicStatus } from './board.ts';
import { type HeatMap, heatMapOf } from './heat-map.ts';
import { isListOf, isNumber, isRecord, isText, readStored } from '../core/stored.ts';

/** The board without the editions of its locales. */
export interface Summary {
  readonly topics: number;
  readonly locales: readonly LocaleStatus[];
  readonly articles: readonly TopicStatus[];
  readonly heatMap: HeatMap;
}

export interface StatusSource {
  readonly summary: Summary;
  editions(locale: string): readonly EditionStatus[];
}

const summaryFile = 'status.json';
const localeFile = (locale: string) => `status.${locale}.json`;

/** Names of the files that `writeBoard` writes. */
export function boardFiles(locales: readonly string[]): string[] {
  return [summaryFile, ...locales.map(localeFile)];
}

export function writeBoard(folder: string, board: Board): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, summaryFile), `${JSON.stringify(boardSource(board).summary)}\n`);
  for (const { locale } of board.locales) {
    writeFileSync(join(folder, localeFile(locale)), `${JSON.stringify(editionsOf(board, locale))}\n`);
  }
}

export function boardSource(board: Board): StatusSource {
  const { topics, locales, articles } = board;
  return {
    summary: { topics, locales, articles, heatMap: heatMapOf(board) },
    editions: (locale) => editionsOf(board, locale),
  };
}

/** A locale without editions has an empty list: one without a list is none of the board's. */
function editionsOf({ editions }: Board, locale: string): readonly EditionStatus[] {
  const found = editions[locale];
  if (!found) throw new Error(`The status board has no locale ${locale}.`);
  return found;
}

/** The board in a folder of packs; undefined where the site publishes none. */
export function openStatus(folder: string): StatusSource | undefined {
  const file = join(folder, summaryFile);
  if (!existsSync(file)) return undefined;
  const open = <Value>(path: string, isValue: (value: unknown) => value is Value): Value => {
    const value = readStored(path, isValue);
    if (value === undefined) throw new Error(`${path} is damaged. Build again with \`npm run build -- --force\`.`);
    return value;
  };
  return {
    summary: open(file, isSummary),
    editions: (locale) => open(join(folder, localeFile(locale)), (value) => isListOf(value, isEdition)),
  };
}

function isSummary(value: unknown): value is Summary {
  return (
    isRecord(value) &&
    isNumber(value['topics']) &&
    isListOf(value['locales'], isLocale) &&
    isListOf(value['articles'], isTopic) &&
    isHeatMap(value['heatMap'])
  );
}

function isLocale(value: unknown): value is LocaleStatus {
  return (
    isRecord(value) &&
    ['locale', 'name', 'path'].every((name) => isText(value[name])) &&
    ['published', 'machine', 'human', 'withFindings'].every((name) => isNumber(value[name])) &&
    hasFindings(value) &&
    isRecord(value['states'])
  );
}

function isTopic(value: unknown): value is TopicStatus {
  return (
    isRecord(value) && isText(value['slug']) && isText(value['title']) && hasFindings(value) && isRecord(value['open'])
  );
}

function isEdition(value: unknown): value is EditionStatus {
  return isRecord(value) && ['slug', 'title', 'state'].every((name) => isText(value[name])) && hasFindings(value);
}

function hasFindings({ errors, warnings }: Record<string, unknown>): boolean {
  return isNumber(errors) && isNumber(warnings);
}

function isHeatMap(value: unknown): value is HeatMap {
  return (
    isRecord(value) &&
    isNumber(value['columns']) &&
    isNumber(value['perColumn']) &&
    isListOf(value['rows'], isHeatMapRow)
  );
}

function isHeatMapRow(value: unknown): value is HeatMap['rows'][number] {
  return isRecord(value) && isText(value['locale']) && Array.isArray(value['runs']);
}
