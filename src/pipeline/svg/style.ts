/** CSS of drawings without references to other files: style sheets, `style` attributes, and attributes that are written like CSS. */
import { type CssNode, find, generate, type List, type ListItem, parse, walk } from 'css-tree';
import { embeddedPicture, ownPlace } from './schema.ts';

/** At-rules that load nothing. */
const atRules = new Set(['media', 'supports', 'keyframes', '-webkit-keyframes', 'layer', 'font-face', 'page']);

/** Functions whose arguments are no addresses, in lower case. */
const functions = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix', 'light-dark'],
  ...['calc', 'min', 'max', 'clamp', 'abs', 'sign', 'round', 'mod', 'rem', 'sin', 'cos', 'tan', 'hypot', 'sqrt', 'pow'],
  ...['var', 'env', 'format', 'tech', 'local'],
  ...['matrix', 'matrix3d', 'translate', 'translatex', 'translatey', 'translate3d', 'scale', 'scalex', 'scaley'],
  ...['rotate', 'rotatex', 'rotatey', 'rotatez', 'rotate3d', 'skew', 'skewx', 'skewy', 'perspective'],
  ...['blur', 'brightness', 'contrast', 'drop-shadow', 'grayscale', 'hue-rotate', 'invert', 'opacity', 'saturate'],
  ...['sepia', 'circle', 'ellipse', 'inset', 'polygon', 'path', 'rect', 'ray'],
  ...['cubic-bezier', 'steps', 'linear', 'linear-gradient', 'radial-gradient', 'conic-gradient'],
  ...['repeating-linear-gradient', 'repeating-radial-gradient', 'repeating-conic-gradient'],
]);

/** Properties that once ran code in browsers. */
const forbiddenProperties = new Set(['behavior', '-moz-binding']);

const embeddedFont = /^data:(?:font\/|application\/(?:x-)?font|application\/octet-stream)/i;

/** A style sheet without what could load anything. */
export function cleanStyleSheet(css: string): string {
  return cleaned(css, 'stylesheet');
}

/** The declarations of a `style` attribute without what could load anything. */
export function cleanDeclarations(css: string): string {
  return cleaned(css, 'declarationList');
}

/** Whether the value of an attribute, read as CSS, loads nothing. */
export function isOwnValue(value: string): boolean {
  // Without a bracket there is neither an address nor a function.
  return !value.includes('(') || isOwn(parse(value, { context: 'value' }));
}

function cleaned(css: string, context: 'stylesheet' | 'declarationList'): string {
  const tree = parse(css, { context, parseCustomProperty: true });
  walk(tree, {
    enter(node: CssNode, item: ListItem<CssNode> | null, list: List<CssNode> | null) {
      if (item && list && !isAllowed(node)) {
        list.remove(item);
        return walk.skip;
      }
      return undefined;
    },
  });
  return generate(tree);
}

/** Looks at what stands in lists: rules, at-rules, declarations. What is in a declaration is looked at with it. */
function isAllowed(node: CssNode): boolean {
  switch (node.type) {
    case 'Atrule':
      return atRules.has(node.name.toLowerCase()) && (node.prelude === null || isOwn(node.prelude));
    case 'Rule':
      return node.prelude.type !== 'Raw';
    case 'Declaration':
      return !forbiddenProperties.has(node.property.toLowerCase()) && isOwn(node.value);
    case 'Comment':
    case 'Raw':
      return false;
    default:
      return true;
  }
}

/** Whether nothing in a value refers to another file. What could not be read may be anything. */
function isOwn(value: CssNode): boolean {
  const strange = find(value, (node) => {
    if (node.type === 'Raw') return true;
    if (node.type === 'Function') return !functions.has(node.name.toLowerCase());
    if (node.type === 'Url')
      return !ownPlace.test(node.value) && !embeddedPicture.test(node.value) && !embeddedFont.test(node.value);
    return false;
  });
  return strange === null;
}
