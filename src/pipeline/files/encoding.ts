/** Bytes of a text file and back again, so that nothing but what was edited changes. */

/** A file's text with what is needed to write it as it was. */
export interface Decoded {
  /** With `\n` at the end of each line, as the pipeline reads it. */
  readonly text: string;
  /** The bytes of a changed text; undefined where its lines are not those of the file. */
  readonly encode: (text: string) => Buffer | undefined;
}

/** Undefined for files that are no valid text: they could not be written back unchanged. */
export function decodeExactly(bytes: Buffer): Decoded | undefined {
  const encoding = encodingOf(bytes);
  const raw = encoding.read(bytes);
  if (!encoding.write(raw).equals(bytes)) return undefined;
  const ends = raw.match(/\r\n?|\n/g) ?? [];
  const text = raw.replace(/\r\n?/g, '\n');
  const encode = (changed: string): Buffer | undefined => {
    if (!raw.includes('\r')) return encoding.write(changed);
    const lines = changed.split('\n');
    if (lines.length !== ends.length + 1) return undefined;
    return encoding.write(lines.map((line, index) => line + (ends[index] ?? '')).join(''));
  };
  return { text, encode };
}

interface Encoding {
  readonly read: (bytes: Buffer) => string;
  readonly write: (text: string) => Buffer;
}

const utf8: Encoding = { read: (bytes) => bytes.toString('utf8'), write: (text) => Buffer.from(text, 'utf8') };

/** UTF-16 with its byte order mark, which is no part of the text as the pipeline reads it. */
function utf16(mark: readonly [number, number], swap: (bytes: Buffer) => Buffer): Encoding {
  return {
    read: (bytes) => swap(Buffer.from(bytes.subarray(2))).toString('utf16le'),
    write: (text) => Buffer.concat([Buffer.from(mark), swap(Buffer.from(text, 'utf16le'))]),
  };
}

function encodingOf(bytes: Buffer): Encoding {
  const [first, second] = bytes;
  if (bytes.length % 2 === 0 && first === 0xff && second === 0xfe) return utf16([0xff, 0xfe], (same) => same);
  if (bytes.length % 2 === 0 && first === 0xfe && second === 0xff)
    return utf16([0xfe, 0xff], (swapped) => swapped.swap16());
  return utf8;
}
