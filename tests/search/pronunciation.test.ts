import { expect, test } from 'vitest';
import { pronunciationsOf } from '../../src/search/pronunciation.ts';

test.each([
  ['zh-TW', ['銀行', '女'], '女nv ru\n行hang heng xing\n銀yin'],
  ['zh-CN', ['发票 PDF 发'], '发fa\n票piao'],
  ['zh-Hant-HK', ['PDF'], ''],
  ['ja-JP', ['銀行'], undefined],
  ['en-US', ['銀行'], undefined],
])('%s: %j', (tag, titles, readings) => {
  expect(pronunciationsOf(tag, titles)).toBe(readings);
});
