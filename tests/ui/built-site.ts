/** The sample site, rendered by Astro and served. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { SiteFacts } from '../../src/site/packs.ts';
import { writeSampleSite } from './sample-site.ts';

const root = join(import.meta.dirname, '../..');
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface BuiltSite {
  /** The text of a file of the site. Throws where there is none. */
  read(path: string): string;
  /** Where the site is served, without a slash at the end. */
  readonly origin: string;
  close(): void;
}

/** Builds with caches of its own, so that it meets no other build of the same project. */
export async function buildSampleSite(facts: Partial<SiteFacts> = {}): Promise<BuiltSite> {
  const { folder } = writeSampleSite(facts);
  // Astro keeps its working files in the project where the output lies outside of it.
  const work = join(root, '.languedocs');
  mkdirSync(work, { recursive: true });
  const out = mkdtempSync(join(work, 'test-'));
  const script = `import { build } from 'astro';
    await build({ root: ${JSON.stringify(root)}, outDir: ${JSON.stringify(join(out, 'site'))},
      cacheDir: ${JSON.stringify(join(out, 'cache'))}, logLevel: 'error' });`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', LANGUEDOCS_PACKS: folder, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const read = (path: string): string => readFileSync(join(out, 'site', path), 'utf8');
  const server = serve(read, facts.base ?? '/');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    read,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      rmSync(out, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serve(read: (path: string) => string, base: string) {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.slice(base.length);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    try {
      const text = read(file);
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(text);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(read('404.html'));
    }
  });
}
