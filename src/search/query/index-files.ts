/** Reads the files of an index; works in browsers and in Node. */

/** Gives the bytes of a file of the index; throws where there is none. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** The text of a compressed file. Some servers send compressed files as if they had compressed them, and browsers unpack those. */
export async function readText(read: ReadFile, name: string): Promise<string> {
  const bytes = await read(name);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
