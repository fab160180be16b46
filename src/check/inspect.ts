/**
 * What is wrong in one file, known from this file alone: the same bytes always give the same report, so that reports are kept
 * under the digest of the file.
 */
import { type Finding, LineIndex, wholeFile } from '../core/diagnostics.ts';
import { languageOf, type Locale, localeOf } from '../core/locales.ts';
import type { Draft } from '../pipeline/draft.ts';
import { normalize, type Normalized } from '../pipeline/normalize/normalize.ts';
import { type Manuscript, parseManuscript } from '../pipeline/parse/manuscript.ts';
import type { Segment, Source } from '../pipeline/types.ts';
import { inconsistentLabel, lacksWhatOthersHave } from './compare-units.ts';
import type { Label, Lack, Placed, Report } from './report.ts';
import { checkHeader } from './header.ts';
import { checkMarkers } from './markers.ts';
import { repairFindings } from './repair-findings.ts';
import { type RuleFacts, Sentence, type Unit, type UnitRule, wholeOf } from './rule.ts';
import { failureOf, ruleFailed, ruleNamed } from './rule-failed.ts';
import { lostNumbers } from './rules/changed-number.ts';
import { unitRules } from './rules/index.ts';
import { termRule } from './rules/changed-term.ts';
import { inconsistentSentence } from './rules/inconsistent-sentence.ts';
import { trimmedEnd } from '../core/trim.ts';

/** What a report depends on besides the file. */
export interface InspectSettings {
  readonly sourceLocale: string;
  /** Names that no translation may change. */
  readonly terms: readonly string[];
}

/** Units that hold something that can be lost are remembered with so many characters of their original. */
const originalLength = 24;

/** Characters of the longest sentence that rules look at. What no sentence has so many of, rules may compare each with each. */
const longestSentence = 10_000;

const nothing: Report = { findings: [], labels: [], originals: {}, lacks: [], isComplete: true };

/** The report of a file that could not be looked at as a whole. */
export function reportOfFailure(error: unknown): Report {
  const failure = failureOf('The check of this file', error, 'it is not checked');
  return {
    ...nothing,
    findings: [{ ...failure, severity: ruleFailed.severity, ...wholeFile }],
    isComplete: false,
  };
}

/** What is wrong in a file by itself, its pairs included. */
export function inspect(source: Source, settings: InspectSettings): Report {
  const { manuscript } = parseManuscript(source, 'target', settings.sourceLocale);
  return manuscript ? inspectManuscript(manuscript, normalize(manuscript), settings) : nothing;
}

/** The same for a file that has been read: the translation's side of it. */
export function inspectManuscript(
  { file, draft: written, locale: tag }: Manuscript,
  { draft, repaired }: Pick<Normalized, 'draft' | 'repaired'>,
  settings: InspectSettings,
): Report {
  const locale = localeOf(tag);
  const lines = new LineIndex(file.text);
  const own = [
    attemptOwn('The check of the front matter', () => checkHeader(file.text)),
    attemptOwn('The check of alerts', () => checkMarkers(written)),
    attemptOwn('The check of damaged markup', () => repairFindings(repaired, file.path)),
  ];
  const { findings, isComplete, ...rest } = inspectUnits(draft, locale, lines, settings);
  const all = own.flatMap((part) => part.findings).map((finding) => placed(finding, lines));
  return {
    findings: [...all, ...findings],
    ...rest,
    isComplete: isComplete && own.every((part) => part.isComplete),
  };
}

/** Findings about the file as it is written. */
function attemptOwn(what: string, find: () => Finding[]): { findings: Finding[]; isComplete: boolean } {
  try {
    return { findings: find(), isComplete: true };
  } catch (error) {
    const failure = failureOf(what, error, 'none of it is checked');
    return { findings: [{ ...failure, severity: ruleFailed.severity, start: 0, end: 0 }], isComplete: false };
  }
}

/** What is wrong in sentences beside their originals, which the draft's segments know. */
export function inspectUnits(draft: Draft, locale: Locale, lines: LineIndex, settings: InspectSettings): Report {
  const segments = draft.segments.filter((segment) => lengthOf(segment) <= longestSentence);
  const units = segments.map((segment) => unitOf(segment, locale, languageOf(settings.sourceLocale)));
  const rules = settings.terms.length === 0 ? unitRules : [...unitRules, termRule(settings.terms)];
  const found = new Findings(draft, lines);
  units.forEach((unit, index) => {
    const segment = segments[index];
    if (segment) found.add(unit, segment, rules);
  });
  const [first] = segments;
  if (first) {
    found.attempt(inconsistentSentence, first, () => {
      for (const { index, match } of inconsistentSentence.find(units)) {
        const segment = segments[index];
        if (segment) found.place(segment, { ...match, rule: inconsistentSentence });
      }
    });
  }
  for (const segment of draft.segments) if (lengthOf(segment) > longestSentence) found.place(segment, tooLong(segment));
  return found.report();
}

function lengthOf({ target, source }: Segment): number {
  return Math.max(target.length, source.length);
}

function tooLong(segment: Segment) {
  return {
    rule: { name: 'long-sentence', severity: 'warning' as const },
    start: 0,
    end: 0,
    message: `The sentence or its original has ${lengthOf(segment)} characters, more than ${longestSentence}, and is not compared with it.`,
    hint: 'Divide it, or look whether the end of a pair is missing.',
  };
}

function unitOf(segment: Segment, locale: Locale, sourceLanguage: string): Unit {
  return { target: new Sentence(segment.target), source: new Sentence(segment.source), locale, sourceLanguage };
}

/** Where a rule failed, and how often. */
interface Failure {
  readonly first: Segment;
  readonly error: unknown;
  sentences: number;
}

/** Brings what is found in sentences to its place in the file. */
class Findings {
  readonly #findings: Placed[] = [];
  readonly #labels: Label[] = [];
  readonly #originals: Record<string, string> = {};
  readonly #lacks: Lack[] = [];
  /** By the name of the rule. */
  readonly #failures = new Map<string, Failure>();
  readonly #draft: Draft;
  readonly #lines: LineIndex;

  constructor(draft: Draft, lines: LineIndex) {
    this.#draft = draft;
    this.#lines = lines;
  }

  add(unit: Unit, segment: Segment, rules: readonly UnitRule[]): void {
    for (const rule of rules) {
      this.attempt(rule, segment, () => {
        for (const match of rule.find(unit)) this.place(segment, { ...match, rule });
      });
    }
    const [number] = segment.units;
    // Lines beside each other are one in two languages, but no unit that others know.
    if (number === undefined) return;
    this.attempt(inconsistentLabel, segment, () => this.#label(unit, segment, number));
    this.attempt(lacksWhatOthersHave, segment, () => this.#lacksOf(unit, segment, number));
  }

  /** Has a rule look at a sentence. Where it throws, the other rules and sentences are looked at all the same. */
  attempt({ name }: RuleFacts, segment: Segment, look: () => void): void {
    try {
      look();
    } catch (error) {
      const known = this.#failures.get(name);
      if (known) known.sentences++;
      else this.#failures.set(name, { first: segment, error, sentences: 1 });
    }
  }

  /** All that was found, and once for each rule that failed, where it did so first. */
  report(): Report {
    for (const [name, { first, error, sentences }] of this.#failures) {
      const others = sentences === 1 ? 'here' : `in ${sentences} sentences, here first`;
      const failure = failureOf(ruleNamed(name), error, `it found nothing ${others}`);
      this.place(first, { ...failure, rule: ruleFailed, start: 0, end: 0 });
    }
    return {
      findings: this.#findings,
      labels: this.#labels,
      originals: this.#originals,
      lacks: this.#lacks,
      isComplete: this.#failures.size === 0,
    };
  }

  place(
    segment: Segment,
    {
      rule,
      start,
      end,
      message,
      hint,
    }: { rule: Pick<UnitRule, 'name' | 'severity'>; start: number; end: number; message: string; hint?: string },
  ): void {
    const [line, column, endLine, endColumn] = this.#placeOf(segment, start, end);
    const [unit] = segment.units;
    this.#findings.push({
      rule: rule.name,
      severity: rule.severity,
      line,
      column,
      endLine,
      endColumn,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(unit === undefined ? {} : { segment: unit }),
    });
  }

  #label({ source, target }: Unit, segment: Segment, unit: string): void {
    const [label, more] = source.inline.bold;
    const [own, another] = target.inline.bold;
    if (!label || !own || more || another) return;
    const [name, translated] = [labelText(label.text), labelText(own.text)];
    if (name === '' || name.length > 60) return;
    const sentence = target.inline.plain;
    this.#labels.push({
      source: name,
      target: translated,
      sentence,
      unit,
      place: this.#placeOf(segment, own.start, own.end),
    });
  }

  #lacksOf(unit: Unit, segment: Segment, number: string): void {
    const { source, target } = unit;
    const hasNumbers = source.tokens.some(({ kind }) => kind === 'number');
    const links = source.inline.links.length;
    const code = source.inline.code.map(({ text }) => text);
    if (!hasNumbers && links + code.length === 0) return;
    this.#originals[number] = source.inline.plain.slice(0, originalLength);
    const lacking = [
      ...lostNumbers(unit).map(({ text }) => `number ${text}`),
      ...(target.inline.links.length < links ? ['link'] : []),
      ...code.filter((text) => !target.markdown.includes(text)).map((text) => `code \`${text}\``),
    ];
    if (lacking.length === 0) return;
    const { start, end } = wholeOf(target);
    const place = this.#placeOf(segment, start, end);
    for (const what of lacking) this.#lacks.push({ unit: number, what, place });
  }

  #placeOf(segment: Segment, start: number, end: number): [number, number, number, number] {
    const from = this.#draft.origin(segment.range.start + start);
    const to = end > start ? this.#draft.origin(segment.range.start + end - 1) + 1 : from;
    const [first, last] = [this.#lines.position(from), this.#lines.position(Math.max(from, to))];
    return [first.line, first.column, last.line, last.column];
  }
}

/** A name on the screen without what surrounds it. */
function labelText(text: string): string {
  const words = text.replace(/[`*\\]|<[^<>]*>/g, '').replace(/^[\s"'“”„«»‚‘’「」[\]【】]+/, '');
  return trimmedEnd(words, /[\s"'“”„«»‚‘’「」[\]【】.,:;。，：،؛؟]/).replace(/\s+/g, ' ');
}

function placed({ start, end, ...rest }: Finding, lines: LineIndex): Placed {
  const [from, to] = [lines.position(start), lines.position(end)];
  return { ...rest, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
