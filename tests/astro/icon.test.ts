import { expect, test } from 'vitest';
import { iconIn } from '../../src/astro/icon.ts';
import { folderOf } from '../support.ts';

test.each([
  [['favicon.svg', 'favicon.png'], 'favicon.svg', 'image/svg+xml'],
  [['favicon.png', 'logo.svg'], 'favicon.png', 'image/png'],
  [['favicon.ico'], 'favicon.ico', 'image/x-icon'],
])('of %j the icon is %s', (names, name, type) => {
  expect(iconIn(folderOf(Object.fromEntries(names.map((each) => [each, '']))))).toEqual({ name, type });
});

test('there may be no icon', () => {
  expect(iconIn(folderOf({ 'logo.png': '' }))).toBeUndefined();
  expect(iconIn('/nowhere')).toBeUndefined();
});
