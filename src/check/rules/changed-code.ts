import { trimmedEnd } from '../../core/trim.ts';
import { neutralForms, type Side } from '../language-in-address.ts';
import { type UnitRule, wholeOf } from '../rule.ts';

export const changedCode: UnitRule = {
  name: 'changed-code',
  why: 'What stands in code is typed or compared letter by letter, so that a translation of it is wrong.',
  severity: 'warning',
  precision: {
    read: 30,
    right: 28,
    note: 'the wrong ones have words of the text in the code, such as `new` before a name',
  },
  find: ({ source, target, sourceLanguage, locale }) => {
    const formsOf = (text: string, side: Side) => codeForms(text, side, [sourceLanguage, locale.tag]);
    const wanted = source.inline.code.map(({ text }) => text).filter((text) => !isLabel(text));
    const there = target.inline.code;
    if (wanted.length === 0) return [];
    const plain = comparable(target.inline.plain);
    const known = new Set(source.inline.code.flatMap(({ text }) => formsOf(text, 'source')));
    const own = new Set(there.flatMap(({ text }) => formsOf(text, 'target')));
    const foreign = there.filter(({ text }) => !formsOf(text, 'target').some((form) => known.has(form)));
    // In a sentence of very much code each would be compared with each.
    const examples = foreign.length > mostCompared ? [] : [...foreign];
    const lost = wanted.filter((text) => {
      if (formsOf(text, 'source').some((form) => own.has(form)) || hasWhole(plain, comparable(text))) return false;
      const at = examples.findIndex((each) => isSameExample(text, each.text));
      if (at !== -1) examples.splice(at, 1);
      // A word that is put in words: that code is missing is what `code-count` says.
      return at === -1 && !(foreign.length === 0 && /^[a-z]+$/.test(text));
    });
    if (
      lost.length === 0 ||
      isRenamed(
        lost,
        examples.map(({ text }) => text),
      )
    )
      return [];
    const [became] = examples.length === 1 && lost.length === 1 ? examples : [];
    return lost.map((text) => ({
      ...(became ? { start: became.start, end: became.end } : wholeOf(target)),
      message: became
        ? `The code \`${text}\` has become \`${became.text}\`.`
        : `The code \`${text}\` of the original is missing or changed.`,
      hint: `Take \`${text}\` over as it is.`,
    }));
  },
  examples: [
    { source: 'Run `pay --now`.', target: 'Exécutez `payer --now`.', found: ['`payer --now`'] },
    { source: 'Run `pay --now`.', target: 'Exécutez `pay --now`.', found: [] },
    { source: "Set `'./data/'`.", target: 'Réglez `./data/`.', found: [] },
    { source: 'Run `f({ a: 1 })`.', target: 'Exécutez `f({a: 1});`.', found: [] },
    { source: 'Open `/en/pay/`.', target: 'Ouvrez `/fr/pay/`.', found: [] },
    { source: 'Open `Settings > Dark Mode`.', target: 'Ouvrez `Réglages > Mode sombre`.', found: [] },
    { source: 'Run `npm install`.', target: 'Exécutez `npm installer`.', found: ['`npm installer`'] },
    { source: 'Run `npm install`.', target: 'Exécutez npm install.', found: [] },
    { source: 'Set `on`.', target: 'Réglez `option`.', found: ['`option`'] },
    { source: 'Open `site.xml`.', target: 'Ouvrez `mysite.xml`.', found: ['`mysite.xml`'] },
    { source: 'Open `dist/assets`.', target: 'Ouvrez `dist/asset`.', found: ['`dist/asset`'] },
    { source: 'The default is `true`.', target: 'Par défaut : `false`', found: ['`false`'] },
    { source: 'Write `title: x`.', target: 'Écrivez `title : x`.', found: ['`title : x`'] },
    { source: 'Use `a < b`.', target: 'Utilisez `a > b`.', found: ['`a > b`'] },
    { source: 'The `<Button>` component', target: 'Le composant `<Button />`', found: [] },
    { source: 'The `<Button>` component', target: 'Le composant `<Bouton />`', found: ['`<Bouton />`'] },
    { source: 'From `+90°` to `−40°`', target: 'De `+90°` à `-40°`', found: [] },
    { source: 'Your site’s `title` shows.', target: 'Le titre de votre site s’affiche.', found: [] },
    { source: 'Write `log("It is done")`.', target: 'Écrivez `log("C’est fait")`.', found: [] },
    {
      source: 'Write `log("It is done")`.',
      target: 'Écrivez `écrire("C’est fait")`.',
      found: ['`écrire("C’est fait")`'],
    },
    { source: 'Write `lang="en"`.', target: 'Écrivez `lang="anglais"`.', found: ['`lang="anglais"`'] },
    { source: 'Write `:::tip[Did you know?]`.', target: 'Écrivez `:::tip[Le saviez-vous ?]`.', found: [] },
    { source: 'The form is `type[/name]`.', target: 'La forme est `genre[/nom]`.', found: [] },
    { source: 'Open `my-theme/config`.', target: 'Ouvrez `mon-thème/config`.', found: [] },
    {
      source: 'Open `https://example.com/`.',
      target: 'Ouvrez `https://exemple.com/`.',
      found: ['`https://exemple.com/`'],
    },
    { source: 'Open `/intro` in `docs/intro.md`.', target: 'Ouvrez `/debut` dans `docs/debut.md`.', found: [] },
    { source: 'Open `/intro`.', target: 'Ouvrez `/debut`.', found: ['`/debut`'] },
    { source: 'Take `READ ME FIRST.md`.', target: 'Prenez `À LIRE EN PREMIER.md`.', found: [] },
    { source: 'Write `<h1>text <Tag/></h1>`.', target: 'Écrivez `<h1>texte <Tag/></h1>`.', found: [] },
    { source: 'Write `<h1>text</h1>`.', target: 'Écrivez `<h2>texte</h2>`.', found: ['`<h2>texte</h2>`'] },
    { source: 'At `https://git.example/USER_NAME/x`', target: 'Sur `https://git.example/NOM/x`', found: [] },
    { source: 'Set `NODE_ENV`.', target: 'Réglez `NOEUD_ENV`.', found: ['`NOEUD_ENV`'] },
    { source: 'Such as `en/about.md`, in `en`', target: 'Comme `fr/about.md`, en `fr`', found: [] },
    { source: 'Such as `en`', target: 'Comme `de`', found: ['`de`'] },
    { source: 'Add a `new http_configs` there.', target: 'Ajoutez un nouveau `http_configs`.', found: [] },
    { source: 'Mark `inline code` so.', target: 'Marquez ainsi du `code en ligne`.', found: [] },
    { source: 'Mark `inline code` so.', target: '`行内代码`这样标记。', found: [], locale: 'zh-CN' },
    { source: 'Use `DarkMode` or `true`.', target: 'Utilisez `ModeSombre` ou `true`.', found: ['`ModeSombre`'] },
  ],
};

/** Pieces of code of one sentence that are looked at together. */
const mostCompared = 50;

/** Signs that are written in several ways, in one of them. */
function comparable(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, ' ');
}

/** Whether a text has a piece that no letters or digits go on from, at either end where the piece itself ends in one. */
function hasWhole(text: string, piece: string): boolean {
  const [first = '', last = ''] = [piece.at(0), piece.at(-1)];
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    const [before, behind] = [text.charAt(at - 1), text.charAt(at + piece.length)];
    if (!(isWordCharacter(first) && isWordCharacter(before)) && !(isWordCharacter(last) && isWordCharacter(behind)))
      return true;
  }
  return false;
}

/** Letters of scripts that put no blanks between words end no word of the other kind. */
function isWordCharacter(character: string): boolean {
  return /[\w\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character);
}

/**
 * Whether code is the example of the original in words of the other language: only the words of people in it differ, those in quotes and
 * brackets, or the names that stand for any name, `my-theme`.
 */
function isSameExample(original: string, translated: string): boolean {
  if (isProse(original)) return ending(original) === ending(translated) && !startsAlike(original, translated);
  const [words, others] = [spokenIn(original), spokenIn(translated)];
  if (words.length > 0 && words.length === others.length && withoutSpoken(original) === withoutSpoken(translated))
    return words.every((text, index) => text === others[index] || /[^\w./:=-]/.test(text + (others[index] ?? '')));
  if (/<[a-z][^<>]*>/i.test(original) && withoutContent(original) === withoutContent(translated)) return true;
  return standsForAny.test(original) && !/^-|\s-/.test(original) && skeleton(original) === skeleton(translated);
}

/** Names of anything: `my-theme`, `USER_NAME` in an address. Not the addresses that nobody can have. */
const standsForAny =
  /(?:^|[^a-z])(?:my|your|some|type|name)(?![a-z])|example(?!\.(?:com|org|net|edu)\b)|\/[A-Z]+_[A-Z_]+\/|\/[A-Z]+_[A-Z_]+$/i;

/** Several words and no sign of code, perhaps as the name of a file. Such words are an example of how code looks. */
function isProse(text: string): boolean {
  return /^[A-Za-z]+(?: [A-Za-z]+)+(?:\.[a-z]{1,5})?$/.test(text);
}

function ending(text: string): string {
  return /\.[a-z]{1,5}$/.exec(text)?.[0] ?? '';
}

/** Whether the first word, which names a command, is there still. */
function startsAlike(original: string, translated: string): boolean {
  const [first = ''] = original.toLowerCase().split(' ');
  return translated
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(first);
}

/** Elements without the words in them. */
function withoutContent(text: string): string {
  return text.replace(/(^|>)[^<>]*(?=<|$)/g, '$1');
}

/**
 * Whether all code that differs has the same word in the place of the same other, and nothing else differs: then an example was given another
 * name throughout.
 */
function isRenamed(originals: readonly string[], translated: readonly string[]): boolean {
  if (originals.length < 2 || originals.length !== translated.length) return false;
  const renamed = originals.map((original, index) => {
    const [words, others] = [wordsOf(original), wordsOf(translated[index] ?? '')];
    if (skeleton(original) !== skeleton(translated[index] ?? '') || words.length !== others.length) return '';
    const pairs = words.flatMap((word, at) => (word === others[at] ? [] : [`${word} ${others[at] ?? ''}`]));
    return pairs.length === 1 ? (pairs[0] ?? '') : '';
  });
  const [first = ''] = renamed;
  return first !== '' && !/^\S*example /i.test(first) && renamed.every((pair) => pair === first);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

const spoken = /"[^"]*"|'[^']*'|“[^“”]*”|«[^«»]*»|\[[^[\]]*\]/g;

function spokenIn(text: string): string[] {
  return Array.from(text.matchAll(spoken), ([whole]) => whole.slice(1, -1));
}

function withoutSpoken(text: string): string {
  return text.replace(spoken, (whole) => (whole.startsWith('[') ? '[' : '"'));
}

function skeleton(text: string): string {
  return text.replace(/[\p{L}\p{M}]+(?:[-_][\p{L}\p{M}]+)*/gu, 'a');
}

/**
 * Code without what changes nothing where it stands in a sentence: quotes around it, blanks beside brackets, punctuation at its end;
 * addresses without their language.
 */
function codeForms(text: string, side: Side, languages: readonly [string, string]): string[] {
  const element = /^<\/?([A-Za-z][\w.-]*)\s*\/?>$/.exec(text)?.[1];
  if (element !== undefined) return [`<${element}>`];
  const bare = trimmedEnd(
    comparable(text)
      .replace(/^(?:an?|the|new|your) (?=[^\s_.]*[_.]\S*$)/, '')
      .replace(/^["'“”«»]+/, ''),
    /["'“”«».,;:\s]/,
  )
    .replace(/\s+/g, ' ')
    .replace(/ ?([(){}[\]]) ?/g, '$1')
    .replace(/[;,](?=[)}\]])/g, '');
  // A language that names itself.
  if (bare === languages[side === 'source' ? 0 : 1] || bare === languages[side === 'source' ? 0 : 1].split('-')[0])
    return [bare, '*language*'];
  return [bare, ...(/^(?:(?:https?:\/)?\/|[\w.-]+\/)\S*$/.test(bare) ? neutralForms(bare, side, languages) : [])];
}

/** Words of a label, `Save`, `of`, `PDF` and `2`; one that has another capital inside is a name in code. */
const word = /^(?:\p{Lu}?[\p{Ll}\p{M}]+(?:['’-]\p{L}?\p{Ll}*)?|\p{Lu}{1,4}|\d+)$/u;

/**
 * Whether code is a name on the screen, which is translated: words and no more, the first with a capital. Some authors
 * write such names in code.
 */
function isLabel(text: string): boolean {
  const words = text.split(/[\s>›»→/|&,…]+|\.\.\.$/u).filter((part) => part !== '');
  const [first = ''] = words;
  return /^\p{Lu}\p{Ll}/u.test(first) && words.length <= 8 && words.every((each) => word.test(each));
}
