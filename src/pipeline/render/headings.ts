import type { Heading, PhrasingContent, Root } from 'mdast';
import type { PlacedAnchor } from '../normalize/anchors.ts';
import { idsIn } from '../normalize/anchors.ts';
import { escapeHtml } from '../../core/html.ts';

/** remark plugin: gives every heading its id and takes the `<a name>` out of it; further ids become empty spans. */
export function remarkHeadings(options: { anchors: readonly PlacedAnchor[] }) {
  return (_tree: Root): void => {
    for (const { heading, id, aliases } of options.anchors) {
      if (!heading) continue;
      const spans = aliases.map((alias): PhrasingContent => ({
        type: 'html',
        value: `<span id="${escapeHtml(alias)}"></span>`,
      }));
      heading.children = [...spans, ...withoutAnchorTags(heading)];
      heading.data = { ...heading.data, hProperties: { id } };
    }
  };
}

function withoutAnchorTags(heading: Heading): PhrasingContent[] {
  let open = 0;
  return heading.children.filter((child) => {
    if (child.type !== 'html') return true;
    if (
      /^<a\s/i.test(child.value) &&
      !/\shref=/i.test(child.value) &&
      (idsIn(child.value).length > 0 || /\sname=""/.test(child.value))
    ) {
      open++;
      return false;
    }
    if (open > 0 && /^<\/a>$/i.test(child.value)) {
      open--;
      return false;
    }
    return true;
  });
}
