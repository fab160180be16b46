/** All rules that look at one sentence beside its original. */
import type { UnitRule } from '../rule.ts';
import { changedCmdlet } from './changed-cmdlet.ts';
import { changedCode } from './changed-code.ts';
import { changedDate } from './changed-date.ts';
import { changedEmail } from './changed-email.ts';
import { changedId } from './changed-id.ts';
import { changedNumber } from './changed-number.ts';
import { changedParameter } from './changed-parameter.ts';
import { changedPath } from './changed-path.ts';
import { changedPlaceholder } from './changed-placeholder.ts';
import { changedUrl } from './changed-url.ts';
import { changedVersion } from './changed-version.ts';
import { boldCount, codeCount, imageCount, linkCount } from './counts.ts';
import { endPunctuation } from './end-punctuation.ts';
import { extraBlanks } from './extra-blanks.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { leakedToken } from './leaked-token.ts';
import { menuPath } from './menu-path.ts';
import { punctuationInMarkup } from './punctuation-in-markup.ts';
import { repeatedWord } from './repeated-word.ts';
import { tableCells } from './table-cells.ts';
import { unbalancedBrackets } from './unbalanced-brackets.ts';
import { visibleAsterisks } from './visible-asterisks.ts';
import { untranslated } from './untranslated.ts';

export const unitRules: readonly UnitRule[] = [
  untranslated,
  changedNumber,
  changedDate,
  changedVersion,
  changedId,
  changedEmail,
  changedUrl,
  changedPath,
  changedCode,
  changedCmdlet,
  changedParameter,
  changedPlaceholder,
  boldCount,
  linkCount,
  imageCount,
  codeCount,
  menuPath,
  endPunctuation,
  unbalancedBrackets,
  repeatedWord,
  leakedToken,
  visibleAsterisks,
  tableCells,
  punctuationInMarkup,
  extraBlanks,
  invisibleCharacters,
];
