/** Hand-written home pages as a module, `virtual:languedocs/homes`: an MDX component for each locale that has one. */
import { sep } from 'node:path';
import type { Plugin } from 'vite';
import type { Frame } from './astro-settings.ts';

const name = 'virtual:languedocs/homes';
const resolvedName = `\0${name}`;

export function homesPlugin(homes: Frame['homes']): Plugin {
  return {
    name: 'languedocs-homes',
    resolveId(id) {
      return id === name ? resolvedName : undefined;
    },
    load(id) {
      return id === resolvedName ? homesModule(homes) : undefined;
    },
  };
}

/** A file as bundlers name it: with `/` on Windows too, where a `\\` would be one of a name. */
export function moduleName(file: string, separator: string = sep): string {
  return file.replaceAll(separator, '/');
}

function homesModule(homes: Frame['homes']): string {
  const imports = homes.map(([, file], index) => `import * as home${index} from ${JSON.stringify(moduleName(file))};`);
  const entries = homes.map(([tag], index) => `${JSON.stringify(tag)}: home${index}`);
  return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };\n`;
}
