/** What a pool and its workers send each other. */

/** The first message to a worker. */
export interface Start {
  /** Address of the module whose functions are the worker's tasks. */
  readonly module: string;
  /** What the module's `setUp` is given. */
  readonly data: unknown;
}

/** Every later message to a worker. */
export interface Request {
  readonly id: number;
  /** Name of a function that the module exports. */
  readonly name: string;
  readonly task: unknown;
}

/** What a worker answers to a request: what the function returned or threw. */
export type Answer = { readonly id: number } & ({ readonly result: unknown } | { readonly error: unknown });
