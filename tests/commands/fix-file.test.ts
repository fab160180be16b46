/** Repairs in files: exactly the edits, and nothing else. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixFile } from '../../src/commands/fix-file.ts';
import { file, folderOf, pair } from '../support.ts';

function fix(content: string | Uint8Array, dryRun = false) {
  const root = folderOf({ 'fr-FR/a.md': content });
  const place = { root, path: 'fr-FR/a.md' };
  const fixed = fixFile(place, 'en-US', dryRun);
  return { fixed, bytes: readFileSync(join(root, place.path)), again: fixFile(place, 'en-US', dryRun) };
}

const damaged = 'Voir [ici](https://a.example)pour **payer.**\n';
const mended = 'Voir [ici](https://a.example) pour **payer**.\n';

test.each<[what: string, before: string | Uint8Array, after: string | Uint8Array]>([
  ['plain text', damaged, mended],
  ['a byte order mark', `\uFEFF${damaged}`, `\uFEFF${mended}`],
  [
    'lines that end in CR LF',
    `Un.\r\n\r\n${damaged.replace('\n', '\r\n')}`,
    `Un.\r\n\r\n${mended.replace('\n', '\r\n')}`,
  ],
  ['lines that end in both ways', `Un.\r\n\n${damaged}`, `Un.\r\n\n${mended}`],
  ['UTF-16', Buffer.from(`\uFEFF${damaged}`, 'utf16le'), Buffer.from(`\uFEFF${mended}`, 'utf16le')],
  [
    'UTF-16, big end first',
    Buffer.from(`\uFEFF${damaged}`, 'utf16le').swap16(),
    Buffer.from(`\uFEFF${mended}`, 'utf16le').swap16(),
  ],
  [
    'the target of a pair',
    pair(103, damaged.trim(), 'See [here](https://a.example) to **pay**.'),
    pair(103, mended.trim(), 'See [here](https://a.example) to **pay**.'),
  ],
  [
    'two damages in one place',
    'Ouvrez **Factures.**\n\nVoir [](https://a.example)puis.\n',
    'Ouvrez **Factures**.\n\nVoir [a.example](https://a.example) puis.\n',
  ],
])('mends %s, and is done', (_what, before, after) => {
  const { bytes, again } = fix(before);
  expect(bytes).toEqual(Buffer.from(after));
  expect(again).toBeUndefined();
});

test.each([
  ['a good file', 'Payez.\n'],
  ['the original', file({ 'ms.contentlocale': 'en-US' }, 'See [this](https://a.example)and pay.\n')],
  ['the source side of a pair', pair(103, 'Payez.', 'See [this](https://a.example)and pay.')],
  ['what stands around pairs', `[${pair(103, 'ici', 'here')}](https://a.example/?WT.mc_id=x)`],
  ['a full stop that would have to leave its pair', `Voir [${pair(103, 'le guide.', 'the guide')}](https://a.example)`],
])('leaves %s alone', (_what, content) => {
  const { fixed, bytes } = fix(content);
  expect([fixed, bytes.toString('utf8')]).toEqual([undefined, content]);
});

test('does not touch a file that it could not write back unchanged', () => {
  const content = Buffer.concat([Buffer.from(damaged), Buffer.from([0xff, 0xfe, 0x80])]);
  const { fixed, bytes } = fix(content);
  expect(fixed?.refused).toContain('no valid text');
  expect(bytes).toEqual(content);
});

test('a dry run says what it would do, and does nothing', () => {
  const { fixed, bytes } = fix(damaged, true);
  expect([fixed?.after, fixed?.done.map(({ rule }) => rule)]).toEqual([mended, ['swallowed-full-stop', 'glued-word']]);
  expect(bytes.toString('utf8')).toBe(damaged);
});

test('keeps the permissions of a file', () => {
  const root = folderOf({ 'fr-FR/a.md': damaged });
  chmodSync(join(root, 'fr-FR/a.md'), 0o640);
  fixFile({ root, path: 'fr-FR/a.md' }, 'en-US', false);
  expect(statSync(join(root, 'fr-FR/a.md')).mode & 0o777).toBe(0o640);
});

test.each([0o640, 0o666, 0o444])('keeps permissions whatever the mask of the user is: %o', (mode) => {
  const root = folderOf({ 'fr-FR/a.md': damaged });
  chmodSync(join(root, 'fr-FR/a.md'), mode);
  fixFile({ root, path: 'fr-FR/a.md' }, 'en-US', false);
  expect(statSync(join(root, 'fr-FR/a.md')).mode & 0o777).toBe(mode);
});

test('writes through no link that lies in wait at a name that it could take', () => {
  const [root, outside] = [folderOf({ 'fr-FR/a.md': damaged }), folderOf({ victim: 'precious' })];
  for (let near = -50; near < 200; near++)
    symlinkSync(join(outside, 'victim'), join(root, `fr-FR/a.md.${process.pid + near}.tmp`));
  fixFile({ root, path: 'fr-FR/a.md' }, 'en-US', false);
  expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('precious');
  expect(readFileSync(join(root, 'fr-FR/a.md'), 'utf8')).toBe(mended);
});

test.each<[what: string, lay: (root: string, outside: string) => void]>([
  [
    'a file that is a link',
    (root, outside) => {
      mkdirSync(join(root, 'fr-FR'));
      symlinkSync(join(outside, 'a.md'), join(root, 'fr-FR/a.md'));
    },
  ],
  ['a file in a folder that is a link', (root, outside) => symlinkSync(outside, join(root, 'fr-FR'))],
])('refuses %s', (_what, lay) => {
  const [root, outside] = [folderOf({}), folderOf({ 'a.md': damaged })];
  lay(root, outside);
  expect(fixFile({ root, path: 'fr-FR/a.md' }, 'en-US', false)?.refused).toContain('symbolic link');
  expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe(damaged);
  expect(readdirSync(outside)).toEqual(['a.md']);
});

test('a file that went away after it was listed is left as it is, and named', () => {
  const root = folderOf({});
  expect(fixFile({ root, path: 'gone.md' }, 'en-US', false)).toMatchObject({
    done: [],
    refused: 'it cannot be read (it is not there any more)',
  });
});

// Who is root may write everywhere.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'an article in a folder that may not be written to is named and left as it is',
  () => {
    const root = folderOf({ 'fr-FR/a.md': damaged });
    chmodSync(join(root, 'fr-FR'), 0o555);
    const fixed = fixFile({ root, path: 'fr-FR/a.md' }, 'en-US', false);
    chmodSync(join(root, 'fr-FR'), 0o755);
    expect(fixed?.refused).toMatch(/^it cannot be written to/);
    expect(readFileSync(join(root, 'fr-FR/a.md'), 'utf8')).toBe(damaged);
  },
);
