/** A place below one of the content directories. */
export interface FileReference {
  /** Absolute path of the content directory. */
  readonly root: string;
  /** Path below `root`, with `/` as the separator on every platform. */
  readonly path: string;
}
