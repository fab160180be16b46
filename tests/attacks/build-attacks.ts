/** Code that would run while the site is built, and leaves a file where `MARKER` says; and a text that is published and would be a script. */
export const buildAttacks: Readonly<Record<string, string>> = {
  'js.md': `---js\n{ title: require('fs').writeFileSync('MARKER', '') }\n---\n# <a name="js"></a>js\n\ntext\n`,
  'javascript.md': `---javascript\nmodule.exports = require('fs').writeFileSync('MARKER', '')\n---\n# <a name="jss"></a>js\n\ntext\n`,
  'coffee.md': `---coffee\ntitle: require('fs').writeFileSync 'MARKER', ''\n---\n# <a name="coffee"></a>coffee\n\ntext\n`,
  'yaml.md': `---\ntitle: !!js/function "function () { require('fs').writeFileSync('MARKER', '') }()"\nslug: yaml\n---\n# yaml\n\ntext\n`,
  'undefined.md': `---\ntitle: !!js/undefined ''\n__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n---\n# proto\n\ntext\n`,
  'expression.mdx': `# <a name="expression"></a>mdx\n\n{require('fs').writeFileSync('MARKER', '')}\n\n<X y={process.exit(9)} />\n`,
  'import.mdx': `import { writeFileSync } from 'node:fs'\nexport const a = writeFileSync('MARKER', '')\n\n# <a name="import"></a>mdx\n\n{a} text\n`,
  'index.mdx': `import { writeFileSync } from 'node:fs'\n\n{writeFileSync('MARKER', '')}\n`,
  'payload.md': `pwned() /*\n\n# <a name="payload"></a>Payload\n\n*/\n`,
};
