/** Values that take time to come, each asked for once. */

export class LoadOnce<Value> {
  readonly #values = new Map<string, Promise<Value>>();

  /** The value of a key, loaded for the first who asks. A failure may pass, so the next one to ask tries again. */
  get(key: string, load: () => Promise<Value>): Promise<Value> {
    let value = this.#values.get(key);
    if (!value) {
      value = load();
      this.#values.set(key, value);
      value.catch(() => this.#values.delete(key));
    }
    return value;
  }

  /** The next who asks for a key has its value loaded again. */
  forget(key: string): void {
    this.#values.delete(key);
  }
}
