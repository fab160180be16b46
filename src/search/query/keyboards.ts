/**
 * Keyboards whose layout was not the one that the reader had in mind: the same keys give other letters. The rows are facts of the
 * standard layouts, key by key in the order of a US keyboard.
 */

/** What each key writes on a US keyboard: the row of digits, then the three rows of letters. */
const latinKeys =
  "` 1 2 3 4 5 6 7 8 9 0 - = q w e r t y u i o p [ ] \\ a s d f g h j k l ; ' z x c v b n m , . /".split(' ');
const latinShifted =
  '~ ! @ # $ % ^ & * ( ) _ + Q W E R T Y U I O P { } | A S D F G H J K L : " Z X C V B N M < > ?'.split(' ');

/** A layout beside the US one. */
export interface Keyboard {
  readonly name: string;
  /** Languages that are typed with it. */
  readonly languages: readonly string[];
  /** What the keys write in this layout that wrote `text` in the US layout; undefined where they do not make a text. */
  letters(text: string): string | undefined;
  /** What the keys write in the US layout that wrote `text` in this layout, likeliest first; none where that is the same. */
  keys(text: string): readonly string[];
}

interface Rows {
  readonly name: string;
  readonly languages: readonly string[];
  readonly plain: string;
  /** With the shift key, where that is not the capital of the same letter. */
  readonly shifted?: string;
}

const thaiShifted = '% + ๑ ๒ ๓ ๔ ู ฿ ๕ ๖ ๗ ๘ ๙ ๐ " ฎ ฑ ธ ํ ๊ ณ ฯ ญ ฐ , ฅ ฤ ฆ ฏ โ ฌ ็ ๋ ษ ศ ซ . ( ) ฉ ฮ ฺ ์ ? ฒ ฬ ฦ';
const arabicShifted = 'ّ ! @ # $ % ^ & * ) ( _ + َ ً ُ ٌ لإ إ ` ÷ × ؛ < > … ِ ٍ ] [ لأ أ ـ ، / : " ~ ْ } { لآ آ \' , . ؟';
const persianShifted = '÷ ! ٬ ٫ ﷼ ٪ × ، * ) ( ـ + ْ ٌ ٍ ً ُ ِ َ ّ ] [ } { | ؤ ئ ي إ أ آ ة » « : ؛ ك ٓ ژ ٰ \u200c ٔ ء > < ؟';
const devanagariShifted = 'ऒ ऍ ॅ # $ % ^ & * ( ) ः ऋ औ ऐ आ ई ऊ भ ङ घ ध झ ढ ञ ऑ ओ ए अ इ उ फ ऱ ख थ छ ठ ऎ ँ ण ऩ ऴ ळ श ष । य़';
const georgianShifted = '“ ! @ # $ % ^ & * ( ) _ + Q ჭ E ღ თ Y U I O P { } | A შ D F G H ჟ K L : " ძ X ჩ V B N M < > ?';

const rows: readonly Rows[] = [
  {
    name: 'Hebrew',
    languages: ['he', 'iw', 'yi'],
    plain: "; 1 2 3 4 5 6 7 8 9 0 - = / ' ק ר א ט ו ן ם פ ] [ \\ ש ד ג כ ע י ח ל ך ף , ז ס ב ה נ מ צ ת ץ .",
  },
  {
    name: 'Arabic',
    languages: ['ar', 'ur', 'ps'],
    plain: 'ذ 1 2 3 4 5 6 7 8 9 0 - = ض ص ث ق ف غ ع ه خ ح ج د \\ ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ',
    shifted: arabicShifted,
  },
  {
    name: 'Persian',
    languages: ['fa'],
    plain: '\u200d ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۰ - = ض ص ث ق ف غ ع ه خ ح ج چ \\ ش س ی ب ل ا ت ن م ک گ ظ ط ز ر ذ د پ و . /',
    shifted: persianShifted,
  },
  {
    name: 'Russian',
    languages: ['ru', 'ky', 'tt', 'ba', 'uz', 'mn', 'tg'],
    plain: 'ё 1 2 3 4 5 6 7 8 9 0 - = й ц у к е н г ш щ з х ъ \\ ф ы в а п р о л д ж э я ч с м и т ь б ю .',
  },
  {
    name: 'Ukrainian',
    languages: ['uk'],
    plain: "' 1 2 3 4 5 6 7 8 9 0 - = й ц у к е н г ш щ з х ї ґ ф і в а п р о л д ж є я ч с м и т ь б ю .",
  },
  {
    name: 'Belarusian',
    languages: ['be'],
    plain: "ё 1 2 3 4 5 6 7 8 9 0 - = й ц у к е н г ш ў з х ' \\ ф ы в а п р о л д ж э я ч с м і т ь б ю .",
  },
  {
    name: 'Kazakh',
    languages: ['kk'],
    plain: '( " ә і ң ғ , . ү ұ қ ө һ й ц у к е н г ш щ з х ъ \\ ф ы в а п р о л д ж э я ч с м и т ь б ю №',
  },
  {
    name: 'Bulgarian (BDS)',
    languages: ['bg'],
    plain: '( 1 2 3 4 5 6 7 8 9 0 - . , у е и ш щ к с д з ц ; „ ь я а о ж г т н в м ч ю й ъ э ф х п р л б',
  },
  {
    name: 'Bulgarian (phonetic)',
    languages: ['bg'],
    plain: "ч 1 2 3 4 5 6 7 8 9 0 - = я в е р т ъ у и о п ш щ ю а с д ф г х й к л ; ' з ь ц ж б н м , . /",
  },
  {
    name: 'Serbian',
    languages: ['sr'],
    plain: "` 1 2 3 4 5 6 7 8 9 0 ' + љ њ е р т з у и о п ш ђ ж а с д ф г х ј к л ч ћ ж џ ц в б н м , . -",
  },
  {
    name: 'Macedonian',
    languages: ['mk'],
    plain: '` 1 2 3 4 5 6 7 8 9 0 - = љ њ е р т ѕ у и о п ш ѓ ж а с д ф г х ј к л ч ќ з џ ц в б н м , . /',
  },
  {
    name: 'Greek',
    languages: ['el'],
    // The key of the accent is pressed before the vowel.
    plain: "` 1 2 3 4 5 6 7 8 9 0 - = ; ς ε ρ τ υ θ ι ο π [ ] \\ α σ δ φ γ η ξ κ λ \u0301 ' ζ χ ψ ω β ν μ , . /",
  },
  {
    name: 'Georgian',
    languages: ['ka'],
    plain: "„ 1 2 3 4 5 6 7 8 9 0 - = ქ წ ე რ ტ ყ უ ი ო პ [ ] \\ ა ს დ ფ გ ჰ ჯ კ ლ ; ' ზ ხ ც ვ ბ ნ მ , . /",
    shifted: georgianShifted,
  },
  {
    name: 'Devanagari (InScript)',
    languages: ['hi', 'mr', 'ne'],
    plain: 'ॊ १ २ ३ ४ ५ ६ ७ ८ ९ ० - ृ ौ ै ा ी ू ब ह ग द ज ड ़ ॉ ो े ् ि ु प र क त च ट ॆ ं म न व ल स , . य',
    shifted: devanagariShifted,
  },
  {
    name: 'Thai (Kedmanee)',
    languages: ['th'],
    plain: '_ ๅ / - ภ ถ ุ ึ ค ต จ ข ช ๆ ไ ำ พ ะ ั ี ร น ย บ ล ฃ ฟ ห ก ด เ ้ ่ า ส ว ง ผ ป แ อ ิ ื ท ม ใ ฝ',
    shifted: thaiShifted,
  },
  {
    name: 'French (AZERTY)',
    languages: ['fr'],
    plain: '² & é " \' ( - è _ ç à ) = a z e r t y u i o p \u0302 $ * q s d f g h j k l m ù w x c v b n , ; : !',
    shifted: '~ 1 2 3 4 5 6 7 8 9 0 ° + A Z E R T Y U I O P \u0308 £ µ Q S D F G H J K L M % W X C V B N ? . / §',
  },
  {
    name: 'German (QWERTZ)',
    languages: ['de'],
    plain: '^ 1 2 3 4 5 6 7 8 9 0 ß ´ q w e r t z u i o p ü + # a s d f g h j k l ö ä y x c v b n m , . -',
  },
];

/** The Korean keyboard writes parts of syllables, which the machine puts together: keys of initials, vowels and finals in Unicode's order. */
const initials = 'r R s e E f a q Q t T d w W c z x v g'.split(' ');
const vowels = 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ');
const finals = ['', ...'r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ')];
const syllablePattern =
  /([rRseEfaqQtTdwWczxvg])(h[kol]|n[jpl]|ml|[koiOjpuPhynbml])(?:(rt|s[wg]|f[raqtxvg]|qt|[rRsefaqtTdwczxvg])(?![koiOjpuPhynbml]))?/g;

const korean: Keyboard = {
  name: 'Korean (two sets)',
  languages: ['ko'],
  letters(text) {
    const keys = text.replace(/[^EOPQRTW]/g, (key) => key.toLowerCase());
    const composed = keys.replace(syllablePattern, (_, initial: string, vowel: string, final = '') =>
      String.fromCharCode(
        0xac00 + (initials.indexOf(initial) * 21 + vowels.indexOf(vowel)) * 28 + finals.indexOf(final as string),
      ),
    );
    return /[a-z]/i.test(composed) ? undefined : composed;
  },
  keys(text) {
    const jamo = Array.from(text.normalize('NFKD'), (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return (
        initials[code - 0x1100] ??
        vowels[code - 0x1161] ??
        (code > 0x11a7 ? finals[code - 0x11a7] : undefined) ??
        letter
      );
    }).join('');
    return /\p{Script=Hangul}/u.test(text) ? [jamo] : [];
  },
};

export const keyboards: readonly Keyboard[] = [...rows.map(keyboardOf), korean];

function keyboardOf({ name, languages, plain, shifted }: Rows): Keyboard {
  const letters = plain.split(' ');
  const capitals = shifted?.split(' ') ?? letters.map((letter) => letter.toUpperCase());
  const keys = [...latinKeys, ...latinShifted];
  const written = [...letters, ...capitals];
  const letterOf = new Map(keys.map((key, at) => [key, written[at] ?? key]));
  // The first key of a letter is the one without the shift key.
  const keyOf = new Map(keys.map((key, at) => [written[at] ?? key, key] as const).reverse());
  const longest = Math.max(...written.map((letter) => letter.length));
  return {
    name,
    languages,
    letters: (text) => accented(Array.from(text, (key) => letterOf.get(key) ?? key).join('')),
    keys(text) {
      const composed = text.normalize('NFC');
      const whole = keyOf.has('\u0301') ? text.normalize('NFD').replace(/(\p{L})(\u0301)/gu, '$2$1') : composed;
      // `لا` is one key, or two.
      const readings = Array.from({ length: longest }, (_, at) => keysOf(whole, keyOf, longest - at));
      return [...new Set(readings)].filter((reading) => reading !== composed);
    },
  };
}

function keysOf(text: string, keyOf: ReadonlyMap<string, string>, longest: number): string {
  let keys = '';
  for (let at = 0; at < text.length;) {
    let length = longest;
    while (length > 1 && !keyOf.has(text.slice(at, at + length))) length--;
    const letter = text.slice(at, at + length);
    keys += keyOf.get(letter) ?? letter;
    at += length;
  }
  return keys;
}

/** Accents that are typed before their letters stand behind them in a text. */
function accented(text: string): string {
  return text.replace(/([\u0301\u0302\u0308])(\p{L}?)/gu, '$2$1').normalize('NFC');
}
