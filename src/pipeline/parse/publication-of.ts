/** Whether, when and how a file is published. */
import type { Publication } from '../types.ts';
import { readHeader } from './header.ts';
import { readPublication } from './publication.ts';

/** What the text of a file says of its publication. */
export function publicationOf({ text }: { readonly text: string }): Publication {
  return readPublication(readHeader(text).fields).publication;
}
