// The product as its users start it: `bin/start.mjs` with a configuration folder and a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Rollcall {
  url: string;
  pid: number;
  /** Everything it logged so far. */
  log: () => string;
  /** Writes a file of its configuration folder; a plain value is written as JSON. */
  configure: (file: string, content: unknown) => void;
  /** @returns exit code and milliseconds until the process was gone. */
  stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; tookMs: number }>;
  /** Starts again on the same configuration, data and port. */
  restart: () => Promise<void>;
  /** Stops it if it runs and removes its folders. */
  remove: () => Promise<void>;
}

export interface StartOptions {
  config: Record<string, unknown>;
  /** Fills the data folder before the first start. */
  prepare?: (folder: { data: string; config: string }) => void;
  env?: Record<string, string>;
  port?: number;
  /** As the README says, by `npm start`, instead of the script behind it. */
  isByNpm?: boolean;
}

export async function startRollcall({
  config,
  prepare,
  env = {},
  port,
  isByNpm = false,
}: StartOptions): Promise<Rollcall> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-e2e-'));
  const listenOn = port ?? (await freePort());
  const url = `http://127.0.0.1:${listenOn}`;
  let logged = '';
  let child: ChildProcess | null = null;

  function configure(file: string, content: unknown): void {
    const target = path.join(folder, 'config', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  async function run(): Promise<void> {
    const born = spawn(isByNpm ? 'npm' : process.execPath, [isByNpm ? 'start' : 'bin/start.mjs'], {
      cwd: root,
      env: {
        ...process.env,
        ...env,
        PORT: String(listenOn),
        HOSTNAME: '127.0.0.1',
        ROLLCALL_CONFIG: path.join(folder, 'config'),
        ROLLCALL_DATA: path.join(folder, 'data'),
        NODE_OPTIONS: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = born;
    born.stdout.on('data', (chunk: Buffer) => (logged += chunk.toString()));
    born.stderr.on('data', (chunk: Buffer) => (logged += chunk.toString()));
    const isGone = new Promise<never>((_, reject) => {
      born.once('exit', (code) => reject(new Error(`Rollcall ended with code ${code}: ${logged.slice(-2_000)}`)));
    });
    const isUp = until(`${url}/healthz answers`, async () => (await fetch(`${url}/healthz`)).ok, 30_000);
    await Promise.race([isUp, isGone]);
    isGone.catch(() => {});
  }

  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; tookMs: number }> {
    const leaving = child;
    if (!leaving || leaving.exitCode !== null) return { code: leaving?.exitCode ?? null, tookMs: 0 };
    const beganAt = performance.now();
    const code = await new Promise<number | null>((resolve) => {
      leaving.once('exit', resolve);
      leaving.kill(signal);
    });
    child = null;
    return { code, tookMs: performance.now() - beganAt };
  }

  mkdirSync(path.join(folder, 'config'), { recursive: true });
  for (const [file, content] of Object.entries(config)) configure(file, content);
  prepare?.({ data: path.join(folder, 'data'), config: path.join(folder, 'config') });
  await run();
  return {
    url,
    get pid() {
      return child?.pid ?? 0;
    },
    log: () => logged,
    configure,
    stop,
    restart: run,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('a listening server has an address');
  return address.port;
}

/** Asks every 100 ms until it is so; a thrown error counts as "not yet". */
export async function until(what: string, isSo: () => Promise<boolean>, limitMs: number): Promise<void> {
  const endsAt = performance.now() + limitMs;
  let last: unknown = null;
  while (performance.now() < endsAt) {
    try {
      if (await isSo()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not within ${limitMs} ms: ${what}${last ? ` (${String(last)})` : ''}`);
}
