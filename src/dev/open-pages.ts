/** The pages of a preview that browsers show now. */
import type { ViteDevServer } from 'vite';
import { changedEvent, digestHeader, digestIn, type Shown, showsEvent } from './open-page.ts';

type Client = ViteDevServer['ws']['clients'] extends Set<infer Each> ? Each : never;

export class OpenPages {
  #server: ViteDevServer | undefined;
  /** What browsers say that they show. */
  readonly #shown = new WeakMap<object, Shown>();
  /** When something was changed last, in milliseconds since 1970. */
  #changed = 0;
  readonly #loading: number;

  /** @param loading milliseconds for a page that is being loaded to say what it shows; Vite's pages about errors never do */
  constructor(loading = 2000) {
    this.#loading = loading;
  }

  /** The server whose pages these are; another one when Vite has started anew. */
  serve(server: ViteDevServer): void {
    this.#server = server;
    server.ws.on(showsEvent, (said: unknown, client: Client) => {
      if (!isShown(said)) return;
      this.#shown.set(client, said);
      // It may have been made before the change and have come too late to be told.
      if (said.asked <= this.#changed) void this.#reloadWhereDifferent([client]);
    });
  }

  /**
   * Loads the pages again that would be different now, and only those: what a person has typed or opened on another page stays. The
   * others are told that their findings may have changed.
   */
  async reloadChanged(): Promise<void> {
    this.#changed = Date.now();
    const clients = this.#clients();
    const silent = clients.filter((client) => !this.#shown.has(client));
    if (silent.length > 0) setTimeout(() => this.#reloadSilent(silent), this.#loading).unref();
    await this.#reloadWhereDifferent(clients);
  }

  /** For changes to the preview itself. */
  reloadAll(): void {
    for (const client of this.#clients()) reload(client);
  }

  async #reloadWhereDifferent(clients: readonly Client[]): Promise<void> {
    const known = clients.flatMap((client) => {
      const shown = this.#shown.get(client);
      return shown ? [{ client, shown }] : [];
    });
    const digests = new Map<string, string | undefined>();
    for (const path of new Set(known.map(({ shown }) => shown.path))) digests.set(path, await this.#digestOf(path));
    for (const { client, shown } of known) {
      if (digests.get(shown.path) === shown.digest) client.send(changedEvent);
      else reload(client);
    }
  }

  #reloadSilent(clients: readonly Client[]): void {
    const open = new Set(this.#clients());
    for (const client of clients) if (open.has(client) && !this.#shown.has(client)) reload(client);
  }

  #clients(): Client[] {
    return [...(this.#server?.ws.clients ?? [])];
  }

  /** Digest of a page as it is now; undefined where that cannot be told. */
  async #digestOf(path: string): Promise<string | undefined> {
    const address = this.#server?.httpServer?.address();
    if (typeof address !== 'object' || address === null) return undefined;
    try {
      const response = await fetch(new URL(path, `http://127.0.0.1:${address.port}`), { redirect: 'manual' });
      await response.body?.cancel();
      return digestIn(response.headers.get(digestHeader) ?? '');
    } catch {
      return undefined;
    }
  }
}

function reload(client: Client): void {
  client.send({ type: 'full-reload' });
}

function isShown(said: unknown): said is Shown {
  return (
    typeof said === 'object' &&
    said !== null &&
    'path' in said &&
    typeof said.path === 'string' &&
    // A path of this server, and no other address.
    /^\/(?![/\\])/.test(said.path) &&
    'digest' in said &&
    typeof said.digest === 'string' &&
    'asked' in said &&
    typeof said.asked === 'number'
  );
}
