/** Talks to `npm run mcp` as a client of the Model Context Protocol does, without one: what it writes is seen as it is. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { project } from './command.ts';

export interface Session {
  /** Everything on standard output. */
  readonly out: string;
  /** Everything on standard error. */
  readonly err: string;
  readonly code: number | null;
}

type Request = readonly [method: string, params: Readonly<Record<string, unknown>>];

/** Sends requests one after the other, waits for the answer to each, and ends the input. */
export async function mcpSession(site: string, requests: readonly Request[]): Promise<Session> {
  const child = spawn(process.execPath, ['scripts/languedocs.ts', 'mcp', '--site', site], { cwd: project });
  const [code, err] = [new Promise<number | null>((resolve) => child.once('close', resolve)), text(child.stderr)];
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let out = '';
  const ask = async (id: number, [method, params]: Request): Promise<void> => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    const answer = await answers.next();
    if (answer.done !== true) out += `${answer.value}\n`;
  };
  const clientInfo = { name: 'test', version: '1' };
  await ask(0, ['initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo }]);
  for (const [at, request] of requests.entries()) await ask(at + 1, request);
  child.stdin.end();
  for await (const line of { [Symbol.asyncIterator]: () => answers }) out += `${line}\n`;
  return { out, err: await err, code: await code };
}
