/** Has Astro compile the templates, in a process of its own: Astro and its bundler need some 300 MB for it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '../../astro/astro-settings.ts';
import { templateFailure } from '../template-failure.ts';

export interface TemplatesTask {
  readonly project: string;
  readonly frame: Frame;
  /** Gets `templates/` and `assets/`. */
  readonly folder: string;
}

/** Gives what is wrong in which file where the templates cannot be compiled; undefined where they are. */
export async function compile({ project, frame, folder }: TemplatesTask): Promise<string | undefined> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // A site is for readers, whatever the shell that builds it is for: only then do its pages carry the security policy.
  process.env['NODE_ENV'] = 'production';
  // The environment comes first: Astro reads it when it is loaded.
  const { build } = await import('astro');
  const { siteIntegration } = await import('../../astro/site-integration.ts');
  const outDir = join(folder, 'assets');
  mkdirSync(outDir, { recursive: true });
  try {
    // What goes wrong is told once, by the command.
    await build({
      root: project,
      outDir,
      cacheDir: join(folder, 'cache'),
      logLevel: 'silent',
      integrations: [siteIntegration(frame)],
    });
    return undefined;
  } catch (error) {
    const failure = templateFailure(error);
    if (failure === undefined) throw error;
    return failure;
  }
}
