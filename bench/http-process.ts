// Starts a server of ours to probe over HTTP, waits until it listens, and ends it with everything it started.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endGroup, holdGroup } from '@/lib/probe/stdio/process-group';

/** Some load hundreds of modules, on a machine that does other things besides. */
const LISTEN_LIMIT_MS = 60_000;
const OUTPUT_LIMIT = 2_000;

export interface HttpProcess {
  pid: number | undefined;
  end(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** @throws Error when it ends, or does not listen in time; nothing is left of it then */
export async function startHttpProcess(
  args: readonly string[],
  env: Record<string, string>,
  port: number,
): Promise<HttpProcess> {
  // NODE_ENV because Next declares it as always set.
  const child = spawn(process.execPath, args, { detached: true, env: { NODE_ENV: 'production', ...env } });
  holdGroup(child);
  const output = keepOutput(child);
  try {
    await untilListening(child, port, output);
  } catch (error) {
    await endGroup(child);
    throw error;
  }
  return { pid: child.pid, end: () => endGroup(child) };
}

async function untilListening(child: ChildProcess, port: number, output: () => string): Promise<void> {
  const startedMs = performance.now();
  while (!(await isListening(port))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended at once: ${output()}`);
    if (performance.now() - startedMs > LISTEN_LIMIT_MS) throw new Error(`does not listen: ${output()}`);
    await sleep(50);
  }
}

/** Servers choose an address family by themselves; "localhost" tries both. */
async function isListening(port: number): Promise<boolean> {
  const socket = connect({ host: 'localhost', port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Pipes that nobody reads would stop the process. */
function keepOutput(child: ChildProcess): () => string {
  let kept = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      kept = (kept + chunk.toString()).slice(-OUTPUT_LIMIT);
    });
  }
  child.on('error', (error) => {
    kept += error.message;
  });
  return () => kept;
}
