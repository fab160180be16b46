/** Hand-written home pages as a module, `virtual:languedocs/homes`: an MDX component for each locale that has one. */
import type { Plugin } from 'vite';
import type { Site } from './packs.ts';

const name = 'virtual:languedocs/homes';
const resolvedName = `\0${name}`;

/** A site without prepared articles has no home pages yet. */
export function homesPlugin(site: Site | undefined): Plugin {
  return {
    name: 'languedocs-homes',
    resolveId(id) {
      return id === name ? resolvedName : undefined;
    },
    load(id) {
      return id === resolvedName ? homesModule(site) : undefined;
    },
  };
}

function homesModule(site: Site | undefined): string {
  const homes = (site?.locales ?? []).filter(({ home }) => home !== undefined);
  const imports = homes.map(({ home }, index) => `import * as home${index} from ${JSON.stringify(home)};`);
  const entries = homes.map(({ tag }, index) => `${JSON.stringify(tag)}: home${index}`);
  return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };\n`;
}
