/** What the tests of pools run. */
let greeting = '';
let calls = 0;

export function setUp(data: { readonly greeting: string }): void {
  greeting = data.greeting;
}

export function greet({ name }: { readonly name: string }): string {
  calls++;
  return `${greeting} ${name}`;
}

export function count(): number {
  return calls;
}

export function fail({ reason }: { readonly reason: string }): never {
  throw new RangeError(reason);
}

/** Neither a result nor an error of this kind can be copied. */
export function unsendable({ thrown }: { readonly thrown: boolean }): () => void {
  const value = (): void => undefined;
  if (thrown) throw Object.assign(new Error('with a function'), { value });
  return value;
}

/** Ends the worker, as want of memory does. */
export function crash(): void {
  process.exit(3);
}

export function wait({ milliseconds }: { readonly milliseconds: number }): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Works so long that only its end from outside ends it. */
export function workForEver(): never {
  for (;;);
}

export function identity(): string {
  return `${process.pid}`;
}
