/** Holds documents of the API against its own description. */
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Description {
  readonly paths: Readonly<
    Record<string, { get: { responses: { 200: { content: { 'application/json': { schema: { $ref: string } } } } } } }>
  >;
}

/** Makes a check of a document at a path below `/api/v1/` that gives what is wrong with it; fields that nobody describes are wrong. */
export function apiChecker(description: unknown): (path: string, document: unknown) => string[] {
  const { paths } = description as Description;
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
  ajv.addVocabulary(['components', 'openapi', 'info', 'servers', 'paths']);
  ajv.addSchema(closed(description) as object, 'api');
  const rules = Object.entries(paths)
    .map(([template, { get }]) => ({
      // A path of its own outranks one with a parameter.
      fixed: !template.includes('{'),
      pattern: new RegExp(
        `^${template
          .slice(1)
          .replaceAll('.', '\\.')
          .replace(/\{\w+\}/g, '.+')}$`,
      ),
      validate: ajv.compile({ $ref: `api${get.responses[200].content['application/json'].schema.$ref}` }),
    }))
    .sort((a, b) => Number(b.fixed) - Number(a.fixed));
  return (path, document) => {
    const rule = rules.find(({ pattern }) => pattern.test(path));
    if (!rule) return [`${path} is not described`];
    if (rule.validate(document)) return [];
    return (rule.validate.errors ?? []).map(({ instancePath, message = '' }) => `${path}${instancePath} ${message}`);
  };
}

/** The description with every object closed that says nothing else. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, closed(inner)]));
  return 'properties' in copy && 'type' in copy ? { additionalProperties: false, ...copy } : copy;
}
