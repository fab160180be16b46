/** Keys and values by which generators, and people who translate them, say whether a file is for readers. */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Keys as `plainKey` writes them. */
export const draftKeys = [
  ...words('draft drafts isdraft wip unpublished unreviewed'),
  // Translators and their machines translate keys as well.
  ...words('brouillon entwurf borrador rascunho bozza utkast kladde luonnos taslak szkic koncept черновик чернетка'),
  ...words('草稿 草案 下書き ドラフト 초안 مسودة טיוטה'),
];
export const withholdingKeys = [
  ...draftKeys,
  ...words('hidden ishidden internal internalonly private isprivate confidential archived'),
  ...words('headless donotpublish nopublish'),
];
export const publishingKeys = words(
  'published publish ispublished public ispublic visible isvisible live islive publié veröffentlicht publicado pubblicato',
);
export const fromKeys = [
  ...words('publishdate publisheddate publishat publishedat publishon publishedon publishfrom publishafter pubdate'),
  ...words(
    'publicationdate datepublished golive golivedate embargo embargountil embargoeduntil scheduled scheduledfor',
  ),
  ...words('availablefrom visiblefrom showfrom notbefore'),
];
export const untilKeys = [
  ...words('expirydate expirationdate expiredate expires expiresat expireson expiry unpublishdate unpublishat'),
  ...words('unpublishon publishuntil availableuntil visibleuntil showuntil notafter'),
];
/** The day that an article bears: Hugo and Jekyll show none from the future. `ms.date` says when one was reviewed, and is another key. */
export const dateKeys = words('date');
/** How far an article has come. */
export const stateKeys = [
  ...words('status state stage workflow workflowstate workflowstatus publishstatus publishstate publicationstatus'),
  ...words('publicationstate reviewstatus reviewstate docstatus documentstatus articlestatus contentstatus pagestatus'),
  ...words('poststatus'),
];
/** Whom an article is for. */
export const audienceKeys = words('visibility access audience');
export const unlistedKeys = words('unlisted');
/** Such a key takes a list of the page's parts elsewhere. */
export const hideKeys = words('hide');
export const listedKeys = words('listed');
export const noindexKeys = words('noindex');
/** A file that has one is only an address from which another is reached. */
export const redirectKeys = words('redirecturl redirectto redirecturi redirect');

/** Keys whose values are keys and values in their turn, which say of the article what they would say without. */
export const containers = new Set([
  ...words('metadata meta params extra publication publishing frontmatter page post article'),
  ...publishingKeys,
]);

/** In a state, such a word says that the file is a draft whatever stands beside it. */
export const draftWords = new Set([
  ...words('draft drafts wip unpublished unreviewed unfinished'),
  // Translators translate the value too.
  ...words('brouillon entwurf borrador rascunho bozza utkast kladde luonnos taslak szkic черновик чернетка'),
  ...words('草稿 草案 下書き 초안 مسودة טיוטה'),
]);

/** Folders of what is not finished, in small letters. */
export const draftFolders = new Set([
  ...words('draft drafts unpublished brouillon brouillons entwurf entwürfe borrador borradores rascunho rascunhos'),
  ...words('bozza bozze utkast kladde kladder luonnos luonnokset taslak taslaklar szkic szkice черновик черновики'),
  ...words('чернетка чернетки 草稿 草案 下書き 초안'),
]);

/** Says that a file is no longer a draft, as a state or behind `draft:`. */
export const finalStates = new Set([
  ...words('final done published live released'),
  ...['not draft', 'not a draft', 'no draft', 'no longer draft', 'no longer a draft'],
]);

/** States of a file that is not for readers; any other, such as `beta` or `deprecated`, says something of what it is about. */
export const withholdingStates = new Set([
  ...draftWords,
  ...['auto draft', 'todo', 'to do', 'work in progress', 'in progress', 'in preparation', 'not ready', 'not finished'],
  ...['en cours', 'in bearbeitung', 'en curso', 'en progreso', 'em andamento', 'in corso', 'pågår', 'w toku'],
  ...['в работе', 'în curs', '进行中', '進行中', '작업 중', '진행 중'],
  ...['review', 'in review', 'under review', 'needs review', 'to be reviewed', 'awaiting review', 'ready for review'],
  ...[
    'not reviewed',
    'pending',
    'pending review',
    'pending approval',
    'awaiting approval',
    'not approved',
    'unapproved',
  ],
  ...['not yet', 'not yet published', 'not published yet', 'later', 'soon'],
  ...['not published', 'do not publish', 'not for publication', 'scheduled', 'embargoed', 'future'],
  ...['private', 'internal', 'internal only', 'hidden', 'confidential', 'archived', 'archive'],
  ...['retired', 'trash', 'trashed', 'deleted', 'expired', 'inactive', 'disabled', 'rejected'],
]);

export const affirmations = new Set(words('true yes y on 1'));

/** Headers are translated by machines too, so that these are words of other languages as well. */
export const negations = new Set([
  '',
  ...words('false no n off 0 never none null ~'),
  ...words('falsch nein faux non falso não nao onwaar nee falsk nej nei fałsz nie nepravda ne'),
  ...words('ложь нет хибність ні yanlış hayır いいえ 偽 否 假 거짓 아니요'),
]);
