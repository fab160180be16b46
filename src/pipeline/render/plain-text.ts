import type { Root } from 'hast';
import { element, text } from './elements.ts';
import { printable } from '../../core/html.ts';

/** An article that cannot be shown otherwise: its title, and its text as it is written, in which nothing is markup. */
export function plainText(title: string, content: string): Root {
  const heading = element('h1', {}, [text(printable(title))]);
  if (content === '') return { type: 'root', children: [heading] };
  return { type: 'root', children: [heading, element('pre', { tabIndex: 0 }, [text(printable(content))])] };
}
