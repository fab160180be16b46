/** The work behind `npm run check`: all articles, and what is wrong with them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../config/configuration.ts';
import { checkFolder } from '../config/work-folder.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { filesBelow } from '../disk/files-below.ts';
import { type Checked, checkLibrary, openReports } from '../engine/check-library.ts';
import { openMemory, readLibrary } from '../engine/library.ts';
import { readSlugFile } from '../engine/slug-file.ts';
import { agentFacts } from '../exports/export-facts.ts';
import type { Library } from '../pipeline/pipeline.ts';
import type { Progress } from '../pipeline/settings.ts';

export function checkArticles(configuration: Configuration, progress: Progress): Checked {
  const work = checkFolder(configuration);
  const memory = openMemory(work);
  const reports = openReports(work);
  const read = readLibrary(configuration, progress, memory, reports);
  memory.save();
  memory.close();
  const library = { ...read, diagnostics: [...read.diagnostics, ...addressFindings(read, configuration)] };
  const found = checkLibrary(library, configuration, reports, progress);
  reports.save();
  reports.close();
  return found;
}

/** Addresses and ids that an article names and another one has, as a build finds them. */
function addressFindings(library: Library, { project, options, slugHistory }: Configuration): readonly Diagnostic[] {
  const copied = join(project, 'public');
  const files = existsSync(copied) ? filesBelow(copied) : [];
  return agentFacts(library, readSlugFile(slugHistory), options.documentationSite, files).diagnostics;
}
