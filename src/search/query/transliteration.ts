/**
 * Words that are written with the letters of another script. Everybody does it in a way of their own, so a table says for each letter
 * (or group of letters) all that is usual: scholarly and official romanizations, passports, and what people write in chats.
 */

/** How a script is written in Latin letters. */
interface Script {
  readonly letters: RegExp;
  /** What a letter may be written as, divided by `|`; an empty one is left out. Longer groups go with their single letters. */
  readonly table: ReadonlyMap<string, readonly string[]>;
  /** Vowels that are spoken and not written: Latin letters that may stand behind each letter. */
  readonly unwritten?: RegExp;
  /** What a word in Latin letters must have, so that it is none of a language that is written with them. */
  readonly typed?: RegExp;
}

const cyrillic = `
а a|ă  б b|p  в v|w|b|f  г g|h|gh  ґ g  ѓ gj|g|dj  ғ g|gh  д d  ђ đ|dj|d  е e|ye|je|ie  ё yo|jo|io|e|o|ye  є ye|ie|je|e
ж zh|j|z|g  з z  ѕ dz|z  и i|y  і i  ї yi|i|ji  й y|j|i|  ј j|y|i  к k|c  қ q|k  л l  љ lj|l|ly  м m  н n  ң ng|n  њ nj|n|ny  о o|a  ө o
п p  р r  с s  т t  ќ kj|k|c  ћ ć|c|ch|tj  у u|y|ou  ў u|w  ү u  ұ u  ф f|ph  х h|kh|x|ch  һ h  ц c|ts|tz|z  ч ch|č|c|tch|4  џ dž|dz|dj
ш sh|š|s|sch|w|6  щ shch|sch|šč|sh|w|sht|št|shh  ъ |a|y|u|'|"  ы y|i|yi  ь |'|y|j  э e|eh  ә a|e  ю yu|ju|iu|u  я ya|ja|ia|a|q
ий y|i|iy|ij|ii|yy  ый y|yi|yj|iy|ij|i  ье ie|ye|'e|je|e  ья ia|ya|'ya|ja  кс x|ks  дж j|dzh|dj|g  тс ts|c  ого ogo|ovo|ova  его ego|evo
эй ey|ei|ay|ai|a  ей ey|ei|ej|ay|e`;

const greek = `
α a  β v|b  γ g|gh|y  δ d|dh  ε e  ζ z  η i|h|e  θ th|8|u|9|0  ι i  κ k|c  λ l  μ m  ν n|v  ξ x|ks|3  ο o  π p  ρ r  σ s  ς s
τ t  υ y|u|i  φ f|ph  χ x|ch|h|kh  ψ ps|4|y  ω o|w  ου ou|u|oy  αι ai|e|ae  ει ei|i|h  οι oi|i  υι yi|i|ui  αυ av|af|au|ay  ευ ev|ef|eu|ey
ηυ iv|if  μπ b|mp|mb  ντ d|nt|nd  γκ g|gk|gg|ng  γγ g|gg|ng  γχ nch|nh|nx|gx  τσ ts|c  τζ tz|dz|j  κς x|ks|3`;

const arabic = `
ا a|e|i|o|u|2|'|  أ a|e|u|o|2|'|  إ i|e|a|2|'|  آ a|2a|'a  ٱ a|  ء 2|'|a|  ؤ o|u|2|'|w  ئ e|i|2|'|y|a|  ب b|p  پ p|b  ت t  ث th|s|t  ج j|g|dj|y
چ ch|j|tch  ح h|7|'|  خ kh|5|7'|x|'7|ch  د d  ذ th|dh|z|d  ر r  ز z  ژ zh|j|g  س s|c  ش sh|ch|s|$|4  ص s|9|ss  ض d|dh|9'|dz|th|d'
ط t|6|th  ظ z|dh|th|6'|d  ع 3|a|'|e|i|o|u|  غ gh|3'|g|8|'3  ف f|v|ph  ڤ v|f  ق q|k|2|g|8|9|c|  ك k|c  ک k|c  گ g  ل l  م m  ن n  ه h|e|a|
ة a|ah|e|eh|t|at|et|h|  و w|o|u|ou|v|  ى a|y|i|e  ي y|i|e|j|ai|ay|ei  ی y|i|e|a  لا la|le`;

const georgian = `
ა a  ბ b  გ g  დ d  ე e  ვ v|w  ზ z  თ t|th  ი i  კ k|c  ლ l  მ m  ნ n  ო o  პ p  ჟ zh|j  რ r  ს s  ტ t  უ u  ფ p|f|ph  ქ k|q  ღ gh|g  ყ q|k|y
შ sh|s  ჩ ch|c  ც ts|c  ძ dz|z  წ ts|w|c  ჭ ch|tch|w  ხ kh|x|h  ჯ j|dj  ჰ h`;

/** Letters of Latin alphabets that those without their keys write as two. */
const latin = `ä ae|a  ö oe|o  ü ue|u  ß ss|sz|s  å aa|a  ø oe|o  æ ae|a|e  œ oe  ő oe|o  ű ue|u  þ th  ð dh|d`;

/** Letters that are told apart in the tables, and no accents otherwise. */
const told = /[йїёäöüåőű]/;
const longestGroup = 3;

const scripts: Readonly<Record<string, Script>> = {
  Cyrl: { letters: /\p{Script=Cyrillic}/u, table: tableOf(cyrillic) },
  Grek: { letters: /\p{Script=Greek}/u, table: tableOf(greek) },
  Geor: { letters: /\p{Script=Georgian}/u, table: tableOf(georgian) },
  // With vowels that may be anything, one English word in ten is an Arabic word; digits are letters in chats only.
  Arab: {
    letters: /\p{Script=Arabic}/u,
    table: tableOf(arabic),
    unwritten: /[aeiou]/,
    typed: /(?<!\d)[235789](?!\d)/,
  },
  Latn: { letters: /[äöüßåøæœőűþð]/, table: tableOf(latin) },
};

/** Compares one typed word with many. */
export interface Transliteration {
  /** First letters of the words that it may be. */
  readonly beginnings: readonly string[];
  /** Whether the typed word may be this one in other letters. */
  matches(word: string): boolean;
}

/**
 * Undefined where a word has nothing that could stand for letters of another script.
 *
 * @param script that the articles are written in, by its four letters of ISO 15924
 */
export function transliterationOf(typed: string, script: string): Transliteration | undefined {
  const wanted = simplified(typed);
  const own = Object.entries(scripts).find(([name, { letters }]) => name !== 'Latn' && letters.test(wanted))?.[1];
  // Latin words in letters of another script: the table is read the other way round.
  if (own) {
    if (own.unwritten) return undefined;
    return {
      beginnings: latinBeginnings(wanted, own),
      matches: (word) => /^[a-z]+$/i.test(word) && spells(simplified(word), wanted, own),
    };
  }
  const other = scripts[script];
  if (!other || !/^[a-z\d'"$-]+$/.test(wanted) || other.typed?.test(wanted) === false) return undefined;
  const groups = [...other.table].filter(([, ways]) => ways.some((way) => wanted.startsWith(way)));
  const beginnings = new Set([wanted.charAt(0), ...groups.map(([letters]) => letters.charAt(0))]);
  return {
    beginnings: [...beginnings],
    // Most words begin with another letter; to simplify them all takes longer than all the rest.
    matches: (word) =>
      beginnings.has(simplified(word.charAt(0))) &&
      other.letters.test(word.toLowerCase()) &&
      spells(wanted, simplified(word), other),
  };
}

/** The Latin letters that a word of a script may begin with; letters that may be left out stand before others. */
function latinBeginnings(word: string, { table }: Script): string[] {
  const beginnings = new Set<string>();
  const starts = new Set([0]);
  for (const start of starts)
    for (let length = 1; length <= longestGroup && start + length <= word.length; length++) {
      const group = word.slice(start, start + length);
      for (const way of table.get(group) ?? (length === 1 ? [group] : [])) {
        if (way === '') starts.add(start + length);
        else beginnings.add(way.charAt(0));
      }
    }
  return [...beginnings];
}

/** Without capitals and accents; twice the same letter is often written once. */
function simplified(word: string): string {
  return Array.from(word.toLowerCase().normalize('NFC'), (letter) =>
    told.test(letter) ? letter : (letter.normalize('NFD')[0] ?? ''),
  )
    .join('')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/(\p{L})\1+/gu, '$1');
}

/** Whether Latin letters are a way to write a word of a script: all ways are followed at the same time. */
function spells(written: string, word: string, { table, unwritten }: Script): boolean {
  /** By the number of letters of the word, where in the written one its ways may end. */
  const reached: Set<number>[] = Array.from({ length: word.length + 1 }, () => new Set<number>());
  reached[0]?.add(0);
  for (let at = 0; at < word.length; at++) {
    const starts = reached[at];
    if (!starts || starts.size === 0) {
      if (at + longestGroup > word.length || at > longestGroup) {
        if (reached.slice(at).every(({ size }) => size === 0)) return false;
      }
      continue;
    }
    for (let length = 1; length <= longestGroup && at + length <= word.length; length++) {
      const group = word.slice(at, at + length);
      const ways = table.get(group) ?? (length === 1 ? [group] : undefined);
      const ends = reached[at + length];
      if (!ways || !ends) continue;
      for (const start of starts)
        for (const way of ways) {
          if (!written.startsWith(way, start)) continue;
          let end = start + way.length;
          ends.add(end);
          // Two vowels at most, as in `ai`.
          for (let more = 0; unwritten && more < 2 && unwritten.test(written.charAt(end)); more++) ends.add(++end);
        }
    }
  }
  return reached[word.length]?.has(written.length) ?? false;
}

function tableOf(rows: string): Map<string, readonly string[]> {
  const entries = rows
    .trim()
    .split(/\s{2,}|\n/)
    .map((row) => row.split(' '));
  return new Map(entries.map(([letters = '', ways = '']) => [letters, [...new Set(ways.split('|').map(simplified))]]));
}
