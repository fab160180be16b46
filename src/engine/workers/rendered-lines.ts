/** A rendered page as its pack holds it. */
import { digestOf, type RenderedPage } from '../../pipeline/page.ts';
import { passagesOf } from '../../search/passages.ts';
import { recordOf } from '../../search/record.ts';

export interface RenderedLines extends Omit<RenderedPage, 'page' | 'body' | 'original'> {
  /** JSON of the page, its original and its record for the search in UTF-8, each with its line end. */
  readonly lines: Uint8Array;
  readonly original: boolean;
  readonly digest: string;
}

export function linesOf({ page, body, original, ...rest }: RenderedPage): RenderedLines {
  const ofPage = JSON.stringify(page);
  const ofOriginal = original && JSON.stringify(original);
  const record = page.bodyLocale === page.locale ? JSON.stringify(recordOf(page, passagesOf(body))) : undefined;
  const values = [ofPage, ofOriginal, record].filter((value) => value !== undefined);
  const lines = Buffer.from(values.map((value) => `${value}\n`).join(''));
  return { ...rest, lines, original: ofOriginal !== undefined, digest: digestOf(ofPage, ofOriginal) };
}
