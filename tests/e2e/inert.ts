/** Whether a text is no program: a browser that runs it as a script or a module does nothing. */
import { parseSync } from 'vite';

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
    const { program, errors } = parseSync('text.js', text, { lang: 'js', sourceType });
    // With errors it is no program at all.
    return errors.length > 0 || typesIn(program).every((type) => harmless.has(type));
  });
}

function typesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(typesIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && typeof node.type === 'string' ? [node.type] : [];
  return [...own, ...Object.values(node).flatMap(typesIn)];
}
