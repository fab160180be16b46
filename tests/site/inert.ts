/** Whether a text is no program: a browser that runs it as a script or a module does nothing. */
import { parseAst } from 'vite';

/** What only states values. Names are read, which does nothing or ends the script. */
const harmless: ReadonlySet<string> = new Set([
  'Program',
  'ExpressionStatement',
  'EmptyStatement',
  'BlockStatement',
  'ArrayExpression',
  'ObjectExpression',
  'Property',
  'Literal',
  'Identifier',
  'UnaryExpression',
  'BinaryExpression',
  'SequenceExpression',
]);

export function isInert(text: string): boolean {
  return (['script', 'module'] as const).every((sourceType) => {
    try {
      return typesIn(parseAst(text, { lang: 'js', sourceType })).every((type) => harmless.has(type));
    } catch {
      // It is no program at all.
      return true;
    }
  });
}

function typesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(typesIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && typeof node.type === 'string' ? [node.type] : [];
  return [...own, ...Object.values(node).flatMap(typesIn)];
}
