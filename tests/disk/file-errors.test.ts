import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorLines } from '../../src/commands/command-line/run.ts';
import { CommandError } from '../../src/core/errors.ts';
import { fileErrorText } from '../../src/disk/file-errors.ts';

const errorWith = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: something`), { code, ...(path === undefined ? {} : { path }) });

test.each([
  ['ENOSPC', '/site/a', 'linux', /^The disk is full\. Make room .* \(\/site\/a\)$/],
  ['EACCES', '/site/a', 'linux', /^You may not write or read this\. .* \(\/site\/a\)$/],
  ['EROFS', '/help/.languedocs/x', 'linux', /^\/help\/\.languedocs\/x cannot be written to; .*Make both/],
  ['EACCES', '/help/.astro', 'linux', /^\/help\/\.astro cannot be written to; .*Make both/],
  ['EACCES', 'C:\\help\\.languedocs', 'win32', /^C:\\help\\\.languedocs cannot be written to; /],
  ['EPERM', 'C:\\help\\dist', 'win32', /another program has it open\. Close .* \(C:\\help\\dist\)$/],
  ['EBUSY', 'C:\\help\\dist', 'win32', /^Another program has this open\. Close .* \(C:\\help\\dist\)$/],
  ['EMFILE', undefined, 'linux', /^Too many files are open at once\. .*again$/],
] as const)('%s at %s on %s', (code, path, platform, text) => {
  expect(fileErrorText(errorWith(code, path), platform)).toMatch(text);
});

test.each([
  ['/help/.languedocs/x/staging', '/var/www/site', /^You may not write or read this\. .* \(\/var\/www\/site\)$/],
  [
    '/articles/form.pdf',
    '/help/.languedocs/x/form.pdf',
    /^You may not write or read this\. .* \(\/articles\/form\.pdf\)$/,
  ],
  ['/help/.languedocs/a', '/help/.languedocs/b', /^\/help\/\.languedocs\/a cannot be written to; .*Make both/],
])('of %s on its way to %s, the place is named that refused it', (path, dest, text) => {
  expect(fileErrorText(Object.assign(errorWith('EACCES', path), { dest }), 'linux')).toMatch(text);
});

test.each([new Error('x'), errorWith('ERR_INVALID_ARG_TYPE'), 'text'])(
  'another error says no such thing: %s',
  (error) => {
    expect(fileErrorText(error)).toBeUndefined();
  },
);

test('a command says it in one sentence, without a stack', () => {
  expect(errorLines(errorWith('EACCES', join('/help', '.languedocs')))).toHaveLength(1);
  expect(errorLines(new CommandError('a\nb'))).toEqual(['a', '  b']);
  expect(errorLines(new Error('a defect')).length).toBeGreaterThan(1);
});
