/** All rules by name: those of this folder, the repairs, and what the pipeline itself finds. */
import { repairs } from '../pipeline/repairs/index.ts';
import { inconsistentLabel, lacksWhatOthersHave, misplacedBold } from './compare-units.ts';
import { pipelineRules } from './pipeline-rules.ts';
import { precisionOfRepair, severityOfRepair } from './repair-findings.ts';
import type { RuleFacts } from './rule.ts';
import { ruleFailed } from './rule-failed.ts';
import { changedTerm } from './rules/changed-term.ts';
import { inconsistentSentence } from './rules/inconsistent-sentence.ts';
import { unitRules } from './rules/index.ts';
import { setRules } from './set-rules.ts';

export interface KnownRule extends RuleFacts {
  /** Lines that show what is found, what is left alone, or what becomes of it. */
  readonly shown: readonly string[];
  /** True where `npm run fix` mends it. */
  readonly fixable: boolean;
}

export const knownRules: ReadonlyMap<string, KnownRule> = new Map([
  ...[
    ...pipelineRules,
    inconsistentSentence,
    lacksWhatOthersHave,
    inconsistentLabel,
    misplacedBold,
    ...setRules,
    ruleFailed,
  ].map((rule) => known(rule)),
  ...[...unitRules, changedTerm].map((rule) =>
    known(
      rule,
      rule.examples.map(
        ({ source, target, found }) => `${found.length > 0 ? 'found:' : 'fine: '}   \`${source}\` → \`${target}\``,
      ),
    ),
  ),
  ...repairs.map(({ name, why, examples }) =>
    known(
      { name, why, severity: severityOfRepair(name), precision: precisionOfRepair(name) },
      examples.map(({ before, after }) =>
        before === after ? `stays:   \`${before}\`` : `becomes: \`${before}\` → \`${after}\``,
      ),
      true,
    ),
  ),
]);

function known(
  { name, why, severity, precision }: RuleFacts,
  shown: readonly string[] = [],
  fixable = false,
): [name: string, rule: KnownRule] {
  return [name, { name, why, severity, precision, shown, fixable }];
}
