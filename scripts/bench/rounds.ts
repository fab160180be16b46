/** Builds in turns, each measured. */
import { existsSync, readdirSync } from 'node:fs';
import type { Reporter } from '../../src/report/build-report.ts';
import type { Build } from './builds.ts';
import { measure } from './measure.ts';
import type { Contender } from './report.ts';
import { type Measurement, rotate, total } from './statistics.ts';

/** Builds all groups in turns. A build that fails or takes too long is not tried again, nor what comes after it in its group. */
export async function runRounds(
  groups: readonly (readonly Build[])[],
  rounds: number,
  timeout: number,
  reporter: Reporter,
): Promise<Contender[]> {
  const measured = new Map<string, Measurement[]>();
  const pages = new Map<string, number>();
  const troubles = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    for (const group of rotate(groups, round)) {
      for (const build of group) {
        if (group.some(({ name }) => troubles.has(name))) break;
        build.prepare(round);
        reporter.progress(`Round ${round + 1} of ${rounds}: ${build.name}`);
        const outcome = await runBuild(build, timeout);
        if (typeof outcome === 'string') {
          troubles.set(build.name, outcome);
          reporter.line(`${build.name}: ${outcome}`);
          continue;
        }
        measured.set(build.name, [...(measured.get(build.name) ?? []), outcome]);
        if (!pages.has(build.name)) pages.set(build.name, countPages(build.site));
      }
    }
  }
  return groups.flat().map(({ name }) => {
    const count = pages.get(name);
    const trouble = troubles.get(name);
    return {
      name,
      measurements: measured.get(name) ?? [],
      ...(count === undefined ? {} : { pages: count }),
      ...(trouble === undefined ? {} : { trouble }),
    };
  });
}

/** What a build took, or in words why it made no site. */
async function runBuild({ steps, site, good, says = /(?:)/ }: Build, timeout: number): Promise<Measurement | string> {
  const done: Measurement[] = [];
  for (const step of steps) {
    const spent = total(done).wallSeconds;
    const { measurement, code, timedOut, said } = await measure(step, timeout - spent);
    if (timedOut) return `stopped after ${timeout} s`;
    if (!good.includes(code) || !says.test(said) || !existsSync(site))
      return `failed with exit code ${code}:\n${said.slice(-1500)}`;
    done.push(measurement);
  }
  return total(done);
}

function countPages(site: string): number {
  return readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html')).length;
}
