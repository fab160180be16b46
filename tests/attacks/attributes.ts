import { call } from './call.ts';

/** Ends of elements and of other things that stand around an article or in it. */
const ends = [
  '</h2>',
  '</h3></article>',
  '</noscript>',
  '</template></svg>',
  '</title></textarea></xmp>',
  '-->',
  ']]>',
  '{{items}}',
  '$&$`$1',
];

/** What a browser runs, loads or follows once it is out of an attribute; the middle one runs under the site's own policy. */
const payloads = [
  `<img src=x onerror=${call}>`,
  '<script src=/fr-fr/payload.md></script>',
  '<meta http-equiv=refresh content="0; url=https://attacker.test/">',
];

/** Where an article's words become attributes, or stand around headings whose section the source has too. */
const places: readonly ((text: string) => string)[] = [
  (text) => `## <a name="sec"></a>[Section](a.md '${text}')`,
  (text) => `### <a name="sec"></a>[Section](https://a.example/ '${text}')`,
  (text) => `## <a name="sec"></a>![${text}](https://a.example/x.png '${text}')`,
  (text) => `## <a name="sec"></a><span title='${text}' aria-label='${text}' lang='${text}'>Section</span>`,
  (text) => `## <a name='${text}'></a>Section`,
  (text) => `## <a name="sec"></a>Section ${text}`,
  (text) => `## <a name="sec"></a>[Section][x]\n\n[x]: https://a.example/ '${text}'`,
  (text) => `> ## <a name="sec"></a><b title='${text}'>Section</b>\n\n| a |\n|---|\n| <i title='${text}'>b</i> |`,
  (text) => `# [Tab](#tab/x '${text}')\n\n## <a name="sec"></a>Section\n\n***`,
  (text) => `## <a name="sec"></a>Section[^1]\n\n[^1]: <a title='${text}' href='#sec'>x</a>`,
  (text) =>
    `> [!${text.replaceAll(']', '')}]\n> ## <a name="sec"></a>Section\n\n:::zone pivot="${text.replaceAll('"', '')}"\nx\n:::zone-end`,
];

/** Each place with some of the ends; ends and payloads take turns. `tests/scripts/trials` tries all of them, and many more, without a browser. */
export const attributes: readonly string[] = places.flatMap((place, at) =>
  [at, at + 4].map((turn) => place((ends[turn % ends.length] ?? '') + (payloads[turn % payloads.length] ?? ''))),
);
