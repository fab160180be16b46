/** Failures that a person can do something about: what is said of them is their message. */

/** Wrong usage: told to the user with a way to the help, exit code 2. */
export class UsageError extends Error {}

/** A failure that needs no stack trace: its message is all there is to say, exit code 1. */
export class CommandError extends Error {}

/** What went wrong, in the words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
