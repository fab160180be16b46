/** Markup of other tools that this site does not know, so that readers see it as text. A closed list: one row a kind. */

export interface MarkupKind {
  /** Permanent name, kebab case. */
  readonly name: string;
  /** What it looks like, as it is shown to people. */
  readonly example: string;
  /** Whose markup it is. */
  readonly from: string;
  /** A text without any of these has none of it: looked for first, because that takes a fraction of the time. */
  readonly needs: readonly string[];
  /** Global. Takes time in proportion to the text, whatever that is. */
  readonly pattern: RegExp;
}

/** The beginning of a line: marks of quotations and lists may stand before what begins it. */
export const lineStart = String.raw`^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])){0,40}`;

/** What begins a line, behind marks of quotations and lists. */
function atLineStart(pattern: string, flags = ''): RegExp {
  return new RegExp(lineStart + pattern, `gm${flags}`);
}

export const markupKinds: readonly MarkupKind[] = [
  {
    name: 'table-of-contents',
    example: '[TOC]',
    from: 'Python-Markdown, GitLab, VitePress',
    needs: ['[TOC]', '[[_TOC_]]', '[[toc]]', '[[TOC]]', '{:toc}'],
    pattern: /\[TOC\]|\[\[_TOC_\]\]|\[\[(?:toc|TOC)\]\]|\{:toc\}/g,
  },
  {
    name: 'wiki-link',
    example: '[[Page]]',
    from: 'Obsidian and other wikis',
    needs: ['[['],
    // Not the inclusions of this dialect.
    pattern: /\[\[(?![!\s]|_TOC_\]|toc\]|TOC\])[^[\]\n]{1,500}\]\](?!\()/g,
  },
  {
    name: 'snippet',
    example: '{{#include file}}',
    from: 'mdBook, VitePress, PyMdown, FastAPI',
    needs: ['{{#', '<<<', '-8<-', '{*'],
    pattern: atLineStart(
      String.raw`(?:<<< *@?[\w./{[]|(?:&lt;|<)<< *@?[\w./{[]|-{1,2}8<-{1,2}|\{\*[^{}\n]{1,300}\*\})|\{\{#\w[^{}\n]{0,300}\}\}`,
    ),
  },
  {
    name: 'shortcode',
    example: '{{< note >}}',
    from: 'Hugo',
    needs: ['{{<', '{{%', '{{&lt;'],
    pattern: /\{\{(?:<|&lt;|%)[^{}]{1,1000}(?:>|&gt;|%)\}\}/g,
  },
  {
    name: 'liquid-tag',
    example: '{% note %}',
    from: 'Liquid (Jekyll, GitBook, Docs as templates)',
    needs: ['{%'],
    pattern: /(?<!\{)\{%[-+ \t]{0,9}[a-z/][^{}%]{0,1000}%\}/gi,
  },
  {
    name: 'template-comment',
    example: '{# words #}',
    from: 'Jinja, Nunjucks, Twig',
    needs: ['{#'],
    pattern: /\{#(?![^\s#}]*\})[^#{}]{1,1000}#\}/g,
  },
  {
    name: 'variable',
    example: '{{ name }}',
    from: 'Liquid, Vue, macros of MDN',
    needs: ['{{'],
    pattern: /(?<!\{)\{\{(?![<%#{]|&lt;)[^{}\n]{1,300}\}\}(?!\})/g,
  },
  {
    name: 'container',
    example: ':::note',
    from: 'Docusaurus, Starlight, VitePress',
    needs: [':::'],
    // Not the blocks of this dialect, which are shown as what they are.
    pattern: atLineStart(
      String.raw`:{3,9}[ \t]{0,9}(?!(?:image|row|column|moniker|zone|no-loc|code)(?:-end)?\b)(?:[a-z]|\{)(?!.*:::[ \t]*$)`,
      'i',
    ),
  },
  {
    name: 'admonition',
    example: '!!! note',
    from: 'MkDocs',
    needs: ['!!!', '???'],
    pattern: atLineStart(String.raw`(?:!{3}|\?{3})\+?[ \t]{1,9}[a-z][\w-]*[ \t]*(?:"|$|inline\b|end\b)`),
  },
  {
    name: 'block',
    example: '/// note',
    from: 'PyMdown',
    needs: ['///'],
    pattern: atLineStart(String.raw`\/{3,9}[ \t]{1,9}[a-z][\w-]*`),
  },
  {
    name: 'tab',
    example: '=== "Tab"',
    from: 'MkDocs',
    needs: ['==='],
    pattern: atLineStart(String.raw`={3}[!+]?[ \t]{1,9}["“”„«]`),
  },
  {
    name: 'details',
    example: '+++ Title',
    from: 'Adobe Experience League',
    needs: ['+++ ', '+++\t'],
    pattern: atLineStart(String.raw`\+{3}[ \t]{1,9}\S`),
  },
  {
    name: 'inline-term',
    example: '[!DNL Name]',
    from: 'Adobe Experience League',
    needs: ['[!'],
    pattern: /\[!(?:DNL|UICONTROL|BADGE|BEGINTABS|TAB|ENDTABS|(?:BEGIN|END)SHADEBOX(?:NOTITLE)?)\b/g,
  },
  {
    name: 'step-block',
    example: '--- task ---',
    from: 'Raspberry Pi Foundation',
    needs: ['--- '],
    pattern: atLineStart(String.raw`-{3} \/?[a-z][\w-]{0,40} -{3}[ \t]*$`),
  },
  {
    name: 'heading-id',
    example: '{#id}',
    from: 'Hugo, Docusaurus, VitePress, Python-Markdown',
    needs: ['{'],
    pattern: /\{:?[ \t]{0,9}#[\p{L}\p{N}_][^\s{}]{0,200}[ \t]{0,9}\}/gu,
  },
  {
    name: 'attributes',
    example: '{: .class}',
    from: 'kramdown, Python-Markdown, Pandoc',
    needs: ['{:', '{.', '{ .', '{#', '{ #', '="', '={', '=_'],
    pattern:
      /\{:?[ \t]{0,9}(?:\.[A-Za-z_][^{}\n]{0,300}|#[\p{L}\p{N}_][^\s{}]{0,200}[ \t][^{}\n]{1,300}|(?:width|height|target|rel|align|loading|id|class|style|lang|title|hl_lines|markdown|data-[\w-]{1,40})=[^{}\n]{1,300})\}|\{:(?!toc\})[a-z.#][^{}\n]{0,300}\}/gu,
  },
  {
    name: 'role',
    example: ':ref:`x`',
    from: 'Sphinx and MyST',
    needs: [':\uFFFC', '}\uFFFC'],
    pattern: /(?<![\w:`]):[a-z][\w+.-]{1,30}(?::[\w+.-]{1,30})?:\uFFFC|\{[a-z][\w:.+-]{0,30}\}\uFFFC/g,
  },
  {
    name: 'directive',
    example: '.. note::',
    from: 'reStructuredText',
    needs: ['::'],
    pattern: atLineStart(String.raw`\.\. [a-z][\w-]{0,40}::`),
  },
  {
    name: 'divider',
    example: '^^^',
    from: 'MyST',
    needs: ['^^^'],
    pattern: atLineStart(String.raw`\^{3,9}[ \t]*$`),
  },
  {
    name: 'embed',
    example: '@[video](id)',
    from: 'markdown-it plugins',
    needs: ['@['],
    pattern: /(?<![\w@])@\[[a-z][\w-]{0,40}\]\(/gi,
  },
  {
    name: 'keys',
    example: '++ctrl+c++',
    from: 'PyMdown',
    needs: ['++'],
    pattern: /(?<![\w+])\+\+[a-z"][\w"-]{0,40}(?:\+[\w"-]{1,40}){0,9}\+\+(?![\w+])/gi,
  },
  {
    name: 'highlight',
    example: '==words==',
    from: 'Obsidian, markdown-it plugins',
    needs: ['=='],
    pattern: /(?<![=\w!<>])==(?=[^\s=])[^=\n]{1,300}(?<=[^\s=])==(?![=\w])/g,
  },
  {
    name: 'comment',
    example: '%% words %%',
    from: 'Obsidian',
    needs: ['%%'],
    pattern: /(?<![^\s>]|\d )%%(?!%)[^%]{1,1000}%%(?![\w%])/g,
  },
  {
    name: 'expression',
    example: '{/* words */}',
    from: 'MDX',
    needs: ["{'", '{"', '{`', '{/*', '{\uFFFC', '{props', '{frontmatter'],
    pattern:
      /\{\/\*|\{'[^'{}\n]{0,300}'\}|\{"[^"{}\n]{0,300}"\}|\{\uFFFC *\}|\{`[^`{}\n]{0,300}`\}|\{(?:props|frontmatter)\.[^{}\n]{1,200}\}/g,
  },
  {
    name: 'component',
    example: '<Component>',
    from: 'MDX, Vue, Markdoc',
    // A name alone may be a placeholder, `<Name>`; components end, or have attributes.
    needs: ['<', '&lt;'],
    pattern:
      /(?:<|&lt;)(?:\/[A-Z][\w.]{0,60}|[A-Z][\w.]{0,60}(?:[ \t\n][^<>]{0,500})?\/|[A-Z][\w.]{0,60}[ \t\n][^<>=]{0,100}=["'{][^<>]{0,1000})>/g,
  },
  {
    name: 'element',
    example: '<aside>',
    from: 'HTML that this site does not show',
    needs: ['&lt;'],
    pattern:
      /(?:<|&lt;)(?:\/(?:address|article|aside|audio|base|bdi|bdo|big|body|button|canvas|center|cite|data|datalist|dfn|dir|embed|fieldset|font|footer|form|frame|header|hgroup|html|label|legend|main|map|menu|meter|nav|noscript|object|optgroup|option|output|picture|progress|script|search|section|select|slot|source|strike|style|svg|template|textarea|time|tt|video|[a-z]{1,30}-[a-z-]{1,30})|(?:source|track|param|link|meta|embed|area)[ \t\n][^<>]{1,1000})>/g,
  },
  {
    name: 'math',
    example: '$\\frac{a}{b}$',
    from: 'TeX',
    // Sums of money have a `$` too, and paths a backslash, but not these words of TeX.
    needs: ['$'],
    pattern:
      /\$\$?[^$\n]{0,500}\\(?:begin|bar|cdot|frac|hat|infty|int|ket|bra|langle|left|leq?|geq?|math(?:bf|bb|cal|rm)|nabla|neq|operatorname|otimes|over|partial|pm|prod|quad|rangle|right|sqrt|sum|text|times|vec|alpha|beta|gamma|delta|theta|lambda|pi|phi|psi|sigma|omega)\b[^$]{0,1000}\$/g,
  },
  {
    name: 'icon',
    example: ':material-check:',
    from: 'MkDocs',
    needs: [':material', ':fontawesome', ':octicons', ':simple', ':fa-'],
    pattern: /(?<![\w:]):(?:material|fontawesome|octicons|simple|fa)-[a-z\d-]{1,60}:/g,
  },
  {
    name: 'abbreviation',
    example: '*[HTML]: words',
    from: 'Python-Markdown, PHP Markdown Extra',
    needs: ['*['],
    pattern: /^\*\[[^[\]\n]{1,100}\]:[ \t]/gm,
  },
  {
    name: 'sized-image',
    example: '![words](a.png =300x200)',
    from: 'markdown-it plugins',
    needs: ['=', '!['],
    pattern: /!\[[^[\]\n]{0,300}\]\([^()\s]{1,500}[ \t]=\d*x\d*\)/g,
  },
  {
    name: 'bracket-code',
    example: '[block:callout]',
    from: 'ReadMe, WordPress and forums',
    needs: ['[/', '[block:', '[caption', '[gallery'],
    pattern:
      /\[\/?block(?::[\w-]{1,40})?\]|\[\/(?:b|i|u|url|img|quote|size|color|caption|gallery|audio|video|embed)\]|\[(?:caption|gallery|audio|video|embed)[ \t][^[\]\n]{0,300}=[^[\]\n]{1,300}\]/g,
  },
];
