/** A problem of a built site: a defect of the generator, never of an article. */
export interface Flaw {
  /** Path below the folder of the site. */
  readonly page: string;
  readonly problem: string;
  /** Whether it prevents publication. If not, readers still get to the right page, though not to the right place on it. */
  readonly fatal: boolean;
}
