/** Markdown as another program than ours makes a page of it, without cleaning it. */
import { rehype } from 'rehype';
import rehypeRaw from 'rehype-raw';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { imageSchemes, isAllowedAddress, linkSchemes } from '../../src/pipeline/render/addresses.ts';
import { allowedTags } from '../../src/pipeline/render/allowed-html.ts';
import { eachElement } from '../../src/pipeline/render/elements.ts';
import { parseMarkdown } from '../../src/pipeline/markdown.ts';

const addresses = /^(?:href|src|srcSet|action|formAction|cite|data|poster|background|ping|xLinkHref)$/;
const runs = /^(?:on|style$|srcDoc$)/i;
/** What GFM makes of Markdown beside HTML. */
const fromMarkdown = new Set(['section', 'input']);

const toPage = remark().use(remarkRehype, { allowDangerousHtml: true }).freeze();
const asBrowser = rehype().use(rehypeRaw).freeze();

/** Elements, attributes and addresses in Markdown that no page of the site may have. */
export function readsAddresses(markdown: string): string[] {
  const found: string[] = [];
  const tree = asBrowser.runSync(toPage.runSync(parseMarkdown(markdown)));
  eachElement(tree, ({ tagName, properties }) => {
    if (!allowedTags.has(tagName) && !fromMarkdown.has(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (runs.test(name)) found.push(`the attribute ${name}`);
      const schemes = tagName === 'img' ? imageSchemes : linkSchemes;
      if (addresses.test(name) && !isAllowedAddress(String(value), schemes)) found.push(`the address ${String(value)}`);
    }
  });
  return found;
}
