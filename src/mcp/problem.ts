/** Why an assistant gets no answer, and what it can do next: one or two sentences. */
export interface Problem {
  readonly problem: string;
}

export function isProblem(value: object): value is Problem {
  return 'problem' in value;
}
