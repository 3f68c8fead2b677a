// Starts the product as it ships on a folder with a past, for whoever measures what readers get.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, type HttpProcess, startHttpProcess } from '@/bench/http-process';
import { buildWhenStale } from '@/bin/build.mjs';
import { makeHistory, type Past } from './history-folder';

export interface Readable extends HttpProcess {
  port: number;
}

/** Builds when the sources are newer. The folder stays when it has ended. */
export async function startReadable(folder: string, past: Past): Promise<Readable> {
  buildWhenStale();
  makeHistory(folder, past);
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOSTNAME: '127.0.0.1',
    ROLLCALL_DATA: folder,
    ROLLCALL_CONFIG: path.join(folder, 'config'),
    LOG_LEVEL: 'error',
  };
  const start = fileURLToPath(new URL('../../bin/start.mjs', import.meta.url));
  return { port, ...(await startHttpProcess([start], env, port)) };
}
