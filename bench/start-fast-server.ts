// Starts bench/fast-server.mjs in a process of its own, so that its CPU time is not counted with ours.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface FastServer {
  origin: string;
  /** That it has seen so far. */
  requests(): Promise<number>;
  end(): Promise<void>;
}

export async function startFastServer(): Promise<FastServer> {
  const script = fileURLToPath(new URL('fast-server.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  const origin = `http://127.0.0.1:${String(port).trim()}`;
  return {
    origin,
    async requests() {
      // Without keep-alive, so that the question leaves no connection behind that a measurement would count.
      const answer = await fetch(`${origin}/requests`, { headers: { connection: 'close' } });
      return Number(await answer.text());
    },
    async end() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}
