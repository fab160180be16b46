import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  FootnoteDefinition,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { toString } from 'mdast-util-to-string';

export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/**
 * Words that stand in alert markers, by kind. Translators and machines translate the English keyword although they should not;
 * what is not listed here is shown as a note under the word as written.
 */
const keywords: Readonly<Record<AlertKind, string>> = {
  note:
    'note notes hinweis hinweise remarque remarques opmerking merk merknad obs nota notas catatan bemærk poznámka uwaga megjegyzés ' +
    'huomautus märkus napomena opomba not ghi_chú примечание примітка забележка σημείωση ملاحظة ملاحظه הערה หมายเหตุ 注 備註 备注 附註 附注 メモ 참고',
  tip:
    'tip tips tipp tipps conseil conseils astuce dica suggerimento sugerencia consejo råd vihje vinkki wskazówka tipy namig savjet ipucu mẹo ' +
    'совет порада съвет συμβουλή تلميح عصيحة עצה עצות טיפ เคล็ดลับ 提示 秘訣 小提示 ヒント 팁',
  important:
    'important wichtig viktig vigtigt belangrijk importante penting tärkeää důležité dôležité ważne fontos oluline pomembno važno önemli ' +
    'quan_trọng важно важливо σημαντικό مهم هام חשוב สำคัญ สิ่งสำคัญ 重要 重要事項 중요',
  warning:
    'warning warnung avertissement waarschuwing advarsel varning advertencia aviso avviso peringatan varoitus varování varovanie ostrzeżenie ' +
    'figyelmeztetés hoiatus opozorilo upozorenje uyarı cảnh_báo предупреждение попередження προειδοποίηση تحذير אזהרה คำเตือน 警告 경고',
  caution:
    'caution vorsicht attention let_op forsiktig forsigtig precaución cuidado attenzione perhatian varo upozornění upozornenie przestroga ' +
    'vigyázat ettevaatust pozor oprez dikkat thận_trọng внимание увага προσοχή تنبيه זהירות ข้อควรระวัง 注意 小心 注意事項 주의',
};

const kindOf = new Map(
  (Object.entries(keywords) as [AlertKind, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word.replaceAll('_', ' '), kind] as const),
  ),
);

const marker = /^\s*\[{1,2}!([^\]]*)\][ \t]*\n?/;

/** The word in a marker as it stands between its brackets: `NOTE` of `[! NOTE !]`; undefined where it is no word. */
export function markerWord(between: string): string | undefined {
  const word = between
    .trim()
    .replace(/[!！]$/, '')
    .trimEnd();
  return word.includes('\n') ? undefined : word;
}

/** The marker that a text begins with. */
function markerOf(text: string): { word: string; length: number } | undefined {
  const match = marker.exec(text);
  const word = match && markerWord(match[1] ?? '');
  return typeof word === 'string' ? { word, length: match?.[0].length ?? 0 } : undefined;
}

/** The kind of an alert by the word in its marker, in any of the languages that occur; undefined for a word nobody knows. */
export function alertKind(word: string): AlertKind | undefined {
  return kindOf.get(word.replace(/[!！]/g, '').trim().toLowerCase());
}

/** remark plugin: `> [!NOTE]` in every spelling becomes an `aside`, `> [!div class="x"]` a `div`. */
export function remarkAlerts(options: { label: (kind: AlertKind) => string }) {
  const mark = (parent: Blockquote | ListItem | FootnoteDefinition): void => {
    parent.children = parent.children.flatMap(marked);
  };
  // Inner ones before the outer.
  const marked = <Child extends RootContent>(child: Child): (Child | Blockquote)[] => {
    if (child.type === 'list') child.children.forEach(mark);
    if (child.type === 'footnoteDefinition') mark(child);
    if (child.type !== 'blockquote') return [child];
    mark(child);
    const sections = splitAtMarkers(child);
    return sections?.map((section) => alertOf(section.word, section.children, options.label)) ?? [child];
  };
  return (tree: Root): void => {
    tree.children = tree.children.flatMap(marked);
  };
}

interface Section {
  readonly word: string | undefined;
  readonly children: (BlockContent | DefinitionContent)[];
}

/** The blockquote's parts, each begun by a marker; undefined where there is no marker at all. */
function splitAtMarkers(node: Blockquote): Section[] | undefined {
  const sections: Section[] = [];
  for (const child of node.children) {
    const word = takeMarker(child);
    if (word !== undefined) sections.push({ word, children: [] });
    else if (sections.length === 0) sections.push({ word: undefined, children: [] });
    if (child.type !== 'paragraph' || child.children.length > 0) sections.at(-1)?.children.push(child);
  }
  return sections.some(({ word }) => word !== undefined) ? sections : undefined;
}

/** Takes the marker off the beginning of a paragraph, also a second one where the translation repeats it. */
function takeMarker(node: BlockContent | DefinitionContent): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const { children } = node;
  // A bracket that was translated as a sentence of its own is a piece of the marker.
  const [stray, second] = children;
  const isStray = stray && toString(stray) === '[' && second?.type === 'text' && markerOf(second.value) !== undefined;
  if (isStray) children.shift();
  const word = takeFrom(children);
  if (word !== undefined) takeFrom(children);
  return word;
}

/** Takes one marker off the first text, which may be the beginning of a marked sentence. */
function takeFrom(children: PhrasingContent[]): string | undefined {
  const [first] = children;
  if (first?.type === 'emphasis' && first.data?.hName === 'span') {
    const word = takeFrom(first.children);
    if (word !== undefined && first.children.length === 0) children.shift();
    return word;
  }
  const found = first?.type === 'text' ? markerOf(first.value) : undefined;
  if (first?.type !== 'text' || !found) return undefined;
  first.value = first.value.slice(found.length);
  if (first.value.trim() === '') children.shift();
  if (children[0]?.type === 'break') children.shift();
  return found.word;
}

function alertOf(
  word: string | undefined,
  children: Section['children'],
  label: (kind: AlertKind) => string,
): Blockquote {
  if (word === undefined) return { type: 'blockquote', children };
  const div = /^div(?:\s+class="([\w -]*)")?/i.exec(word);
  if (div) {
    return {
      type: 'blockquote',
      children,
      data: { hName: 'div', hProperties: { className: (div[1] ?? '').split(' ') } },
    };
  }
  const kind = alertKind(word);
  const title: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['alert-title'] } },
    children: [{ type: 'text', value: kind === undefined ? word : label(kind) }],
  };
  return {
    type: 'blockquote',
    children: [title, ...children],
    data: { hName: 'aside', hProperties: { className: ['alert', `alert-${kind ?? 'note'}`], role: 'note' } },
  };
}
