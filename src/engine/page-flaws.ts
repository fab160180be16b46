/** A look at an article's page as a browser reads it: is it the page that was meant, and nothing else. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { imageSchemes, isAllowedAddress, linkSchemes } from '../pipeline/render/addresses.ts';
import { allowedTags } from '../pipeline/render/allowed-html.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Elements of an article's body: what articles may contain, and what the renderer adds. */
const inArticle: ReadonlySet<string> = new Set([...allowedTags, 'aside', 'section', 'input', 'noscript']);
/** Elements that no page of an article has anywhere. */
const nowhere: ReadonlySet<string> = new Set([
  'base',
  'embed',
  'frame',
  'frameset',
  'iframe',
  'object',
  'style',
  'template',
]);
const handlers = /^(?:on.*|style|srcdoc|formaction|ping|background)$/;

/**
 * What is wrong with the HTML of an article's page: where it is not well formed, scripts that are not files of the site's, handlers,
 * elements that embed or lead away, and in the article whatever articles cannot contain. Each is a defect of the generator.
 *
 * @param base path below which the site is served
 */
export function pageFlaws(html: string, base: string): string[] {
  const flaws: string[] = [];
  const onParseError = ({ code, startLine, startCol }: { code: string; startLine: number; startCol: number }): void => {
    flaws.push(`its HTML is not well formed: ${code} at ${startLine}:${startCol}`);
  };
  // As in a browser with scripts off, which sees everything.
  const document = parse(html, { onParseError, scriptingEnabled: false });
  let articles = 0;
  const look = (parent: Parent, isInArticle: boolean): void => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      const isArticle = node.tagName === 'article';
      if (isArticle) articles++;
      flaws.push(...flawsOf(node, isInArticle, base));
      look(node, isInArticle || isArticle);
    }
  };
  look(document, false);
  if (articles !== 1) flaws.push(`it has ${articles} articles`);
  return flaws;
}

function flawsOf({ tagName, attrs }: Element, isInArticle: boolean, base: string): string[] {
  const flaws: string[] = [];
  if (isInArticle ? !inArticle.has(tagName) : nowhere.has(tagName)) flaws.push(`it has <${tagName}>`);
  const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
  if (tagName === 'script') {
    const source = attributes.get('src');
    if (source !== `${base}preferences.js` && source?.startsWith(`${base}_astro/`) !== true)
      flaws.push(`it has a script ${source ?? 'of its own'}`);
  }
  if (tagName === 'meta' && (attributes.get('http-equiv') ?? 'Content-Security-Policy') !== 'Content-Security-Policy')
    flaws.push('it leads readers away');
  for (const [name, value] of attributes) {
    if (handlers.test(name)) flaws.push(`it has the attribute ${name}`);
    const isPicture = name === 'src' && /^data:image\//i.test(value);
    const schemes = name === 'src' ? imageSchemes : linkSchemes;
    if (isInArticle && (name === 'href' || name === 'src') && !isPicture && !isAllowedAddress(value, schemes))
      flaws.push(`its article leads to ${value}`);
  }
  return flaws;
}
