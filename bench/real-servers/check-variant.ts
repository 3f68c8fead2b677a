// Starts one variant of a real server, checks it twice with the real prober, and says where it differs from what is
// expected.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startHttpProcess } from '@/bench/http-process';
import type { Endpoint, Target } from '@/lib/core/endpoint';
import type { Outcome } from '@/lib/core/outcome';
import { type Judgement, judge } from '@/lib/core/status/verdict';
import type { Prober } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import type { Expected, HttpAddress, RealServer, Scene, Variant } from './real-server';

/** A busy machine is not the fault of the servers: none of them is to be found slow here. */
const TIMEOUT_MS = 30_000;

export interface Sight {
  outcome: Outcome;
  judgement: Judgement;
  /** From the first byte to the end of the cleaning up. */
  tookMs: number;
}

/** How variants are run: the prober, and the environment by which what they leave behind is found. */
export interface Equipment {
  prober: Prober;
  env: Record<string, string>;
  commandOf: Scene['commandOf'];
}

/** The first check, and the second one, which knows the dialect of the first. */
export async function checkVariant(server: RealServer, variant: Variant, equipment: Equipment): Promise<Sight[]> {
  const { commandOf } = equipment;
  const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-server-'));
  const scene: Scene = { port: await freePort(), folder, commandOf };
  const args = [commandOf(server.package, server.bin), ...variant.args(scene)];
  const env = { ...equipment.env, HOME: folder, ...variant.env?.(scene) };
  try {
    if (variant.http === undefined) {
      const target: Target = { kind: 'stdio', command: process.execPath, args, env, cwd: folder };
      return await checkTwice(target, equipment.prober);
    }
    const running = await startHttpProcess(args, { PATH: process.env.PATH ?? '', ...env }, scene.port);
    try {
      return await checkTwice(addressOf(variant.http, scene.port), equipment.prober);
    } finally {
      await running.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function addressOf({ path: where, host = undefined, headers = {} }: HttpAddress, port: number): Target {
  return { kind: 'http', url: `http://${host ?? '127.0.0.1'}:${port}${where}`, headers, dialect: 'auto' };
}

let endpoints = 0;

async function checkTwice(target: Target, { probe }: Prober): Promise<Sight[]> {
  const policy = { ...anEndpoint().policy, timeoutMs: TIMEOUT_MS, slowAfterMs: TIMEOUT_MS };
  const type = target.kind === 'stdio' ? 'stdio' : 'http';
  const endpoint = anEndpoint({ slug: `real-${endpoints++}`, type, target, policy });
  return [await look(endpoint, probe), await look(endpoint, probe)];
}

async function look(endpoint: Endpoint, probe: Prober['probe']): Promise<Sight> {
  const startedMs = performance.now();
  const outcome = await probe(endpoint, new AbortController().signal);
  return { outcome, judgement: judge(outcome, endpoint), tookMs: Math.round(performance.now() - startedMs) };
}

/** What is not as expected; empty when all is. */
export function differences({ outcome, judgement }: Sight, expected: Expected): string[] {
  const { verdict, failure } = judgement;
  const seen: Record<string, unknown> = {
    verdict,
    stage: failure?.stage,
    code: failure?.code,
    tools: outcome.catalogue?.tools.length,
    protocol: outcome.protocolVersion,
    dialect: outcome.dialect,
  };
  return Object.entries(expected)
    .filter(([name, value]) => seen[name] !== value)
    .map(([name, value]) => `${name} is ${seen[name]}, not ${value}`);
}
