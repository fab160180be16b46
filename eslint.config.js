import astro from 'eslint-plugin-astro';
import importX from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import rooms from './src/rooms.json' with { type: 'json' };

/** Which folders of `src` a module may import from, besides its own: what `src/rooms.json` says, and nothing that is not shipped. */
const borders = [
  ...Object.entries(rooms).map(([room, allowed]) => ({
    target: `./src/${room}`,
    from: './src',
    except: [room, ...allowed].map((name) => `./${name}`),
    message: `\`src/${room}\` may import from ${[room, ...allowed].join(', ')} (see src/rooms.json). Move what both need to a lower room.`,
  })),
  ...['./scripts', './tests'].map((from) => ({
    target: './src',
    from,
    message: 'What is shipped imports nothing of it.',
  })),
];

export default defineConfig(
  { ignores: ['dist/', '.languedocs/', '.astro/', 'node_modules/', 'public/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages are what messages are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Rest siblings are how a field is left out of a copy.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The compiler demands brackets where a key may be missing.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      'no-console': 'error',
    },
  },
  // Nodes that are too old for everything else say so in these files: they have to be able to read them.
  { files: ['scripts/*.cjs'], languageOptions: { ecmaVersion: 2015, sourceType: 'commonjs' } },
  {
    // What is said goes through `src/report/output.ts`, which escapes text that comes from articles.
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    // The modules that this is about, and one that is loaded before a command and only writes a number.
    ignores: ['src/report/output.ts', 'src/report/styled.ts', 'scripts/trials/kill-preload.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['stdout', 'stderr'].map((property) => ({
          object: 'process',
          property,
          message: `Use \`${property}\` of src/report/output.ts.`,
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...['process', 'node:process'].map((name) => ({
              name,
              importNames: ['stdout', 'stderr'],
              message: 'Use those of src/report/output.ts.',
            })),
            { name: 'picocolors', message: 'Use `color` of src/report/styled.ts.' },
          ],
        },
      ],
    },
  },
  {
    // Articles come from anybody: no expression may take time that grows with the square of a text.
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }],
    },
  },
  ...astro.configs.recommended,
  {
    files: ['src/**/*.{ts,astro}', 'scripts/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.astro'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'astro-eslint-parser': ['.astro'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: borders }],
    },
  },
);
