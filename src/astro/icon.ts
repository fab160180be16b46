/** The site's icon, which browsers show in tabs: a file in `public`, as a module, `virtual:languedocs/icon`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export interface Icon {
  /** Of the file in `public`. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
}

/** The icons that there may be; of several the first is taken. */
const icons: readonly Icon[] = [
  { name: 'favicon.svg', type: 'image/svg+xml' },
  { name: 'favicon.png', type: 'image/png' },
  { name: 'favicon.ico', type: 'image/x-icon' },
  { name: 'favicon.webp', type: 'image/webp' },
  { name: 'favicon.gif', type: 'image/gif' },
  { name: 'favicon.jpg', type: 'image/jpeg' },
];

/** The icon in a folder; undefined where there is none. */
export function iconIn(folder: string): Icon | undefined {
  return icons.find(({ name }) => existsSync(join(folder, name)));
}

const module = 'virtual:languedocs/icon';
const resolvedModule = `\0${module}`;

export function iconPlugin(icon: Icon | undefined): Plugin {
  return {
    name: 'languedocs-icon',
    resolveId: (id) => (id === module ? resolvedModule : undefined),
    load: (id) =>
      id === resolvedModule
        ? `export default ${icon === undefined ? 'undefined' : JSON.stringify(icon)};\n`
        : undefined,
  };
}
