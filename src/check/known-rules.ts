/** All rules by name: those of this folder, the repairs, and what the pipeline itself finds. */
import { repairs } from '../pipeline/repairs/index.ts';
import { inconsistentLabel, lacksWhatOthersHave, misplacedBold } from './compare-units.ts';
import { pipelineRules } from './pipeline-rules.ts';
import { precisionOfRepair, severityOfRepair } from './repair-findings.ts';
import type { RuleFacts } from './rule.ts';
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

const quoted = (text: string) => `\`${text}\``;

export const knownRules: ReadonlyMap<string, KnownRule> = new Map(
  [
    ...pipelineRules.map((rule) => ({ ...rule, shown: [], fixable: false })),
    ...repairs.map(({ name, why, examples }) => ({
      name,
      why,
      precision: precisionOfRepair(name),
      severity: severityOfRepair(name),
      fixable: true,
      shown: examples.map(({ before, after }) =>
        before === after ? `stays:   ${quoted(before)}` : `becomes: ${quoted(before)} → ${quoted(after)}`,
      ),
    })),
    ...[...unitRules, changedTerm].map(({ find: _find, examples, ...rule }) => ({
      ...rule,
      fixable: false,
      shown: examples.map(
        ({ source, target, found }) =>
          `${found.length > 0 ? 'found:' : 'fine: '}   ${quoted(source)} → ${quoted(target)}`,
      ),
    })),
    ...[inconsistentSentence, lacksWhatOthersHave, inconsistentLabel, misplacedBold, ...setRules].map(
      ({ name, why, severity, precision }) => ({
        name,
        why,
        severity,
        ...(precision === undefined ? {} : { precision }),
        shown: [],
        fixable: false,
      }),
    ),
  ].map((rule): [string, KnownRule] => [rule.name, rule]),
);
