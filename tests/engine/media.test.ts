import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyMedia } from '../../src/engine/media.ts';
import { StagingSite } from '../../src/publish/staging-site.ts';
import { folderOf } from '../support.ts';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>1</script></svg>';

test('images are published without what must not run, and files to download as they are', () => {
  const root = folderOf({ 'a.svg': drawing, 'b.pdf': drawing });
  const staging = new StagingSite(join(root, 'staging'), undefined, undefined);
  copyMedia(new Map(['a.svg', 'b.pdf'].map((name) => [join(root, name), `media/${name}`])), staging);
  expect([...staging.finish().files.keys()]).toEqual(['media/a.svg', 'media/b.pdf']);
  const published = (name: string): string => readFileSync(join(staging.folder, 'media', name), 'utf8');
  expect(published('a.svg')).toMatch(/^<svg(?!.*script)/);
  expect(published('b.pdf')).toBe(drawing);
});

test.each(['no-image.svg', 'gone.png', 'gone.pdf'])('a file that is not what it was any more is named: %s', (name) => {
  const root = folderOf({ 'no-image.svg': '<p>' });
  const staging = new StagingSite(join(root, 'staging'), undefined, undefined);
  expect(() => copyMedia(new Map([[join(root, name), `media/${name}`]]), staging)).toThrow(
    `${join(root, name)} has changed while the site was built`,
  );
});
