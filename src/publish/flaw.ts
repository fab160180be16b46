export interface Flaw {
  /** File below the site's folder. */
  readonly page: string;
  readonly problem: string;
  /** False where a reader still gets to the right page, but not to the right place on it. */
  readonly fatal: boolean;
}
