import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import ownLists from '../../src/search/function-words.json' with { type: 'json' };
import { FunctionWords } from '../../src/search/query/function-words.ts';
import { functionWordsOf } from '../../src/search/function-words.ts';
import { isDense, isIdeograph, termsOf } from '../../src/search/words.ts';

const lists = new Map<string, readonly string[]>(Object.entries(ownLists));
const languages = readdirSync(new URL('../../src/ui/strings/', import.meta.url)).map((file) =>
  file.replace('.json', ''),
);

test.each(languages)('%s has function words', (tag) => {
  const { language, script } = new Intl.Locale(tag);
  const own = (script === undefined ? undefined : lists.get(`${language}-${script}`)) ?? lists.get(language);
  expect(own?.length).toBeGreaterThan(40);
  expect(functionWordsOf([tag])).toEqual(expect.arrayContaining([...(own ?? [])]));
});

describe.each([...lists])('the list of %s', (_, words) => {
  test('is sorted, each word once', () => {
    expect(words).toEqual([...new Set(words)].sort());
  });

  test('has words of letters alone, none of them capitals', () => {
    expect(words.filter((word) => !/^[\p{L}\p{M}ー]+$/u.test(word) || word !== word.toLowerCase())).toEqual([]);
  });

  test('has no single letter of a script without blanks: it may be part of any word', () => {
    expect(words.filter((word) => isDense(word) && /^.$/u.test(word) && !isIdeograph(word))).toEqual([]);
  });
});

/** Questions, and what they are about: the words that stay. */
const questions: Readonly<Record<string, readonly (readonly [question: string, content: string])[]>> = {
  en: [
    ['how can I reset my password', 'reset password'],
    ["I don't get the verification code anymore, what's wrong", 'verification code wrong'],
    ['does anybody know why I cannot sign in', 'sign'],
    ['please help me, the printer still isn’t printing', 'printer printing'],
    ['is it possible to move our mailbox to another domain?', 'possible move mailbox domain'],
    ['we would like to cancel our subscription', 'cancel subscription'],
    ['hi, could someone tell me which plan we have', 'plan'],
    ['where do they keep the shared calendar', 'shared calendar'],
    ['ｈｏｗ ｔｏ ｐａｙ à la carte', 'pay la carte'],
    ["what if I've lost both my phone and my laptop", 'lost phone laptop'],
  ],
  de: [
    ['wie setze ich mein Passwort zurück', 'setze Passwort zurück'],
    ['ich kann mich nicht mehr anmelden', 'anmelden'],
    ['was mach ich denn, wenn der Drucker nicht druckt', 'Drucker druckt'],
    ['wir möchten unser Abonnement kündigen', 'Abonnement kündigen'],
    ['weiß jemand, warum meine Kollegin den Kalender nicht sieht?', 'Kollegin Kalender sieht'],
    ['könnt ihr mir bitte helfen, mein Postfach ist voll', 'Postfach voll'],
    ['welche Dateien darf man hochladen', 'Dateien hochladen'],
    ['kann ich die Ware noch umtauschen', 'Ware umtauschen'],
    ['wo bleiben meine Waren', 'bleiben Waren'],
    ['wieso kommt denn schon wieder kein Bestätigungscode', 'Bestätigungscode'],
  ],
  fr: [
    ['comment est-ce que je réinitialise mon mot de passe', 'réinitialise mot passe'],
    ["je n'arrive plus à me connecter", 'connecter'],
    ["qu'est-ce qu'il faut faire si l'imprimante n'imprime pas", 'imprimante imprime'],
    ['nous voudrions résilier notre abonnement', 'résilier abonnement'],
    ["quelqu'un sait pourquoi mes collègues ne voient pas le calendrier ?", 'collègues voient calendrier'],
    ["bonjour, pouvez-vous m'aider, ma boîte de réception est pleine", 'boîte réception pleine'],
    ['comment ajouter une personne', 'ajouter personne'],
    ['comment activer le son', 'activer son'],
    ['où est-ce que je rends mon devoir', 'rends devoir'],
    ['peut-on payer plusieurs lots de factures', 'payer lots factures'],
    ['quels fichiers peut-on importer', 'fichiers importer'],
    ["où puis-je télécharger l'application", 'télécharger application'],
  ],
  nl: [
    ['hoe kan ik mijn wachtwoord resetten', 'wachtwoord resetten'],
    ['ik kan me niet meer aanmelden', 'aanmelden'],
    ['wat moet ik doen als de printer het niet doet', 'printer'],
    ['wij willen graag ons abonnement opzeggen', 'abonnement opzeggen'],
    ['weet iemand waarom mijn collega de agenda niet ziet?', 'collega agenda ziet'],
    ['kunnen jullie me ff helpen, mijn postvak is vol', 'postvak vol'],
    ['welke bestanden mag je uploaden', 'bestanden uploaden'],
    ['hoezo krijg ik nou weer geen code', 'code'],
    ['hoe verander ik de as van een grafiek', 'verander as grafiek'],
  ],
  nb: [
    ['hvordan tilbakestiller jeg passordet mitt', 'tilbakestiller passordet'],
    ['eg får ikkje logga inn', 'logga inn'],
    ['hva skal man gjøre når skriveren ikke skriver ut', 'skriveren skriver ut'],
    ['vi vil gjerne si opp abonnementet vårt', 'opp abonnementet'],
    ['vet noen hvorfor kollegaen min ikke ser kalenderen?', 'kollegaen ser kalenderen'],
    ['kan dere hjelpe meg, innboksen er full', 'innboksen full'],
    ['hvilke filer kan jeg laste opp', 'filer laste opp'],
    ['kordan endrar eg språket', 'endrar språket'],
  ],
  id: [
    ['gimana sih cara reset kata sandi aku', 'reset kata sandi'],
    ['kenapa saya nggak bisa masuk lagi', 'masuk'],
    ['printer saya kok belum mau mencetak ya', 'printer mencetak'],
    ['kami ingin membatalkan langganan kami', 'membatalkan langganan'],
    ['tolong dong, kotak masuk gue udah penuh banget', 'kotak masuk penuh'],
    ['apakah boleh mengunggah berkas dari ponsel', 'mengunggah berkas ponsel'],
    ['di mana saya bisa mengunduh aplikasinya', 'mengunduh aplikasinya'],
    ['siapa aja yang dapat melihat kalender', 'melihat kalender'],
  ],
  ja: [
    ['パスワードを変更したいんですが', 'パスワードを変更'],
    ['どうすればパスワードを変更できますか', 'パスワードを変更'],
    ['なぜプリンターで印刷できないのですか', 'プリンターで印刷 の'],
    ['解約について教えてください', '解約'],
    ['どこでアプリをダウンロードできますか', 'アプリをダウンロード'],
    ['すみません、受信トレイがいっぱいです', '受信トレイがいっぱい'],
    ['予定表を共有していただけますか', '予定表を共有して'],
    ['確認コードとは何ですか', '確認コード'],
  ],
  'zh-Hant': [
    ['我要怎麼重設密碼', '重設密碼'],
    ['為什麼無法登入', '無法登入'],
    ['請問哪裡可以下載應用程式', '下載應用程式'],
    ['我想取消訂閱', '取消訂閱'],
    ['印表機不能列印怎麼辦', '印表機不能列印'],
    ['什麼是驗證碼', '驗證碼'],
    ['有沒有辦法共用行事曆', '辦法共用行事曆'],
    ['麻煩幫我變更語言，謝謝', '變更語言'],
    ['如何檢查功能不能用的原因', '檢查功能不能用的原因'],
  ],
  'zh-Hans': [
    ['我要怎么重置密码', '重置密码'],
    ['为什么无法登录', '无法登录'],
    ['请问哪里可以下载应用', '下载应用'],
    ['我想取消订阅', '取消订阅'],
    ['打印机不能打印怎么办', '打印机不能打印'],
    ['什么是验证码', '验证码'],
    ['有没有办法共享日历', '办法共享日历'],
    ['麻烦帮我更改语言，谢谢', '更改语言'],
  ],
  th: [
    ['เปลี่ยนรหัสผ่านยังไง', 'เปลี่ยนรหัสผ่าน'],
    ['ทำไมเข้าสู่ระบบไม่ได้', 'เข้าสู่ระบบไม่ได้'],
    ['อยากยกเลิกการสมัครใช้งานครับ', 'ยกเลิกการสมัครใช้งาน'],
    ['ดาวน์โหลดแอปได้ที่ไหน', 'ดาวน์โหลดแอป'],
    ['เปลี่ยนที่อยู่ได้ไหมครับ', 'เปลี่ยนที่อยู่'],
    ['รหัสยืนยันคืออะไร', 'รหัสยืนยัน'],
    ['แชร์ปฏิทินอย่างไร', 'แชร์ปฏิทิน'],
    ['เครื่องพิมพ์ไม่พิมพ์ต้องทำยังไง', 'เครื่องพิมพ์ไม่พิมพ์'],
  ],
  ar: [
    ['كيف أغير كلمة المرور', 'أغير كلمة المرور'],
    ['ليش مو قادر أسجل دخول', 'قادر أسجل دخول'],
    ['عايز ألغي الاشتراك إزاي', 'ألغي الاشتراك'],
    ['شلون أنزل التطبيق', 'أنزل التطبيق'],
    ['وين ألقى رمز التحقق لو سمحت', 'ألقى رمز التحقق'],
    ['هل يمكنني مشاركة التقويم', 'مشاركة التقويم'],
    ['ماذا أفعل إذا كانت الطابعة لا تطبع', 'الطابعة تطبع'],
    ['أبغى أغير اللغة الحين', 'أغير اللغة'],
  ],
  ko: [
    ['비밀번호는 어떻게 변경하나요', '비밀번호는 변경'],
    ['앱은 어디서 다운로드할 수 있나요', '앱은 다운로드할 수'],
    ['이미지 업로드가 안돼요', '이미지 업로드가'],
    ['문제가 무엇인가요', '문제가'],
  ],
  vi: [
    ['làm gì khi gói của tôi hết hạn', 'gói hết hạn'],
    ['tôi muốn sao lưu tài khoản', 'sao lưu tài khoản'],
    ['có báo cáo chi phí không', 'báo cáo chi phí'],
    ['làm gì khi mất thẻ tín dụng', 'mất thẻ tín dụng'],
    ['tôi muốn bật chế độ tối', 'tối bật chế độ'],
    ['in hóa đơn', 'in hóa đơn'],
    ['số điện thoại của tôi', 'số điện thoại'],
  ],
  es: [
    ['¿cómo puedo restablecer mi contraseña?', 'restablecer contraseña'],
    ['necesito ayuda, no puedo iniciar sesión', 'iniciar sesión'],
    ['¿dónde se descarga la aplicación?', 'descarga aplicación'],
  ],
  sv: [
    ['vilken typ av konto har jag', 'typ konto'],
    ['hur gör jag ett val', 'val'],
    ['kan man ladda ner en låt', 'ladda ner låt'],
  ],
  tr: [
    ['İçin ne yapmalıyım fatura', 'fatura'],
    ['su faturası nasıl ödenir', 'su faturası ödenir'],
  ],
  da: [
    ['hvor skriver jeg by og postnummer', 'skriver by postnummer'],
    ['ret en faktura', 'ret faktura'],
  ],
  fi: [['miten tuo yhteystiedot', 'tuo yhteystiedot']],
  pt: [['quanto é o plano pro', 'plano pro']],
  ro: [
    ['cum adaug o adresă nouă', 'adaug adresă nouă'],
    ['cât este abonamentul pe un an', 'abonamentul an'],
  ],
  pl: [['czy mogę zmienić lot', 'zmienić lot']],
  cs: [
    ['jak mohu změnit let', 'změnit let'],
    ['co když prodám byt', 'prodám byt'],
  ],
  et: [['miks on ekraan must', 'ekraan must']],
  ru: [
    ['как мне сбросить пароль', 'сбросить пароль'],
    ['подскажите, пожалуйста, почему я не могу войти', 'войти'],
    ['где можно скачать приложение', 'скачать приложение'],
  ],
};

describe.each(Object.entries(questions))('a question in %s, where English is the source', (tag, rows) => {
  const words = new FunctionWords(functionWordsOf([tag, 'en']));
  test.each(rows)('%s → %s', (question, content) => {
    expect(words.sort(question).content.terms).toEqual([...new Set(termsOf(content))]);
  });
});

/** Words in which shorter function words of their script stand: nothing is cut out of them. */
const whole: Readonly<Record<string, readonly string[]>> = {
  'zh-Hant': [
    '出現在畫面',
    '所有人',
    '場所以及時間',
    '任何時間',
    '任何處理',
    '功能不能用',
    '頁面到底部',
    '傳真的號碼',
    '話題',
    '社會',
  ],
  'zh-Hans': ['出现在屏幕', '所有人', '场所以及时间', '任何时间', '功能不能用', '页面到底部', '传真的号码', '除非常用'],
  ja: ['支払い方法', '領収書', 'ディスク', '使い方', '未払い', 'タイムライン', '大量の送信'],
  th: [
    'ที่อยู่',
    'ใบแจ้งหนี้',
    'เจ้าของ',
    'เราเตอร์',
    'คุณสมบัติ',
    'ถูกต้อง',
    'รายการโปรด',
    'เลยกำหนด',
    'การเก็บ',
    'คะแนน',
    'ปัญหาการพิมพ์',
    'ความสามารถ',
    'เกี่ยวข้อง',
  ],
  ko: ['이미지', '문제가', '안내가', '나타나는', '하나의', '미디어', '결제 방법', '우리은행', '대한민국'],
};

describe.each(Object.entries(whole))('in %s', (tag, rows) => {
  const words = new FunctionWords(functionWordsOf([tag, 'en']));
  test.each(rows)('%s stays whole', (word) => {
    expect(words.sort(word).content.terms).toEqual([...new Set(termsOf(word))]);
  });
});

test.each(['nb-NO', 'no', 'nn-NO'])('%s, as a form of Norwegian, has a town beside an English “by”', (tag) => {
  const words = functionWordsOf([tag, 'en-US']);
  expect(words).toEqual(functionWordsOf(['nb-NO', 'en-US']));
  expect(words).not.toContain('by');
});
