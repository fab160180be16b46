/** Renders the input on standard input with the files of one folder, in a process that knows nothing else. */
import { readFileSync } from 'node:fs';
import { pageOf } from '../../src/pipeline/page.ts';
import type { RenderInput } from '../../src/pipeline/render-input.ts';

const input = JSON.parse(readFileSync(0, 'utf8')) as RenderInput;
const roots = process.argv.slice(2);
const { body: _body, ...rendered } = pageOf(input, { roots, strings: () => (key) => key });
process.stdout.write(JSON.stringify(rendered));
