/** Whether, when and how a file is published. */
import type { Publication } from '../types.ts';
import { readHeader } from './header.ts';
import { readPublication, withPlace } from './publication.ts';

/** What the text of a file, and its path below the content directory, say of its publication. */
export function publicationOf({ path, text }: { readonly path: string; readonly text: string }): Publication {
  const { fields } = readHeader(text);
  return withPlace(readPublication(fields).publication, path, fields);
}
