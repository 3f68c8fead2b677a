// One lane of the fuzzing: servers of its own, whose behaviour is exchanged from case to case, and the check of a case.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint, Target } from '@/lib/core/endpoint';
import type { Prober } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { complaints } from '@/tests/fixtures/fuzz/complaints';
import { behaviourOf } from '@/tests/fixtures/fuzz/http-plan';
import { type RawPlan, rawGreeting } from '@/tests/fixtures/fuzz/raw-plan';
import { stageStdio } from '@/tests/fixtures/fuzz/stdio-plan';
import { type McpServer, startMcpServer } from '@/tests/fixtures/mcp-server';
import { type RawServer, startRawServer } from '@/tests/fixtures/raw-server';
import type { FuzzCase } from './fuzz-case';
import type { LoopLag } from './loop-lag';

/** Many spoilt servers only go silent; this is how long each of them is waited for. */
const TIMEOUT_MS = 300;
/** What a check may take beyond its timeout, cleaning up included. */
const CLEANUP_MS = 1_000;
/** How long sockets may take to close after a check. */
const FAREWELL_MS = 2_000;

export interface CaseResult {
  /** The failure's code, or "up". */
  code: string;
  /** Without the time in which nothing could run. */
  tookMs: number;
  problems: string[];
}

export interface Lane {
  run(case_: FuzzCase): Promise<CaseResult>;
  close(): Promise<void>;
}

interface Servers {
  http: McpServer;
  raw: RawServer;
  rawPlan: RawPlan | null;
  rawTurn: number;
}

/** What all lanes share. */
export interface LaneEquipment {
  prober: Prober;
  /** Marks the processes that are started. */
  env: Record<string, string>;
  lag: LoopLag;
}

export async function openLane(index: number, equipment: LaneEquipment): Promise<Lane> {
  const servers: Servers = { http: await startMcpServer(), raw: await startRaw(), rawPlan: null, rawTurn: 0 };

  async function startRaw(): Promise<RawServer> {
    return startRawServer(
      rawGreeting(
        () => {
          if (servers.rawPlan === null) throw new Error('no case is under way');
          return servers.rawPlan;
        },
        () => servers.rawTurn++,
      ),
    );
  }

  return {
    async run(case_) {
      const { target, clear } =
        case_.kind === 'stdio' ? stageStdio(case_.plan, equipment.env) : prepare(servers, case_);
      try {
        return await check(equipment, endpointFor(index, target), () => openSockets(servers));
      } finally {
        clear();
      }
    },
    async close() {
      await Promise.all([servers.http.close(), servers.raw.close()]);
    },
  };
}

interface Scene {
  target: Target;
  clear(): void;
}

function prepare(servers: Servers, case_: Exclude<FuzzCase, { kind: 'stdio' }>): Scene {
  const at = (url: string): Scene => ({
    target: { kind: 'http', url, headers: {}, dialect: 'auto' },
    clear: () => {},
  });
  if (case_.kind === 'raw') {
    servers.rawPlan = case_.plan;
    servers.rawTurn = 0;
    return at(`http://127.0.0.1:${servers.raw.port}/mcp`);
  }
  const { http } = servers;
  http.behaviour = behaviourOf(case_.plan);
  http.visits.length = 0;
  http.headers.length = 0;
  http.sessions.clear();
  return at(http.url);
}

/** A lane is one endpoint to the prober, so that what it remembers of the last case meets the next one. */
function endpointFor(index: number, target: Target): Endpoint {
  const policy = { ...anEndpoint().policy, timeoutMs: TIMEOUT_MS };
  return anEndpoint({ slug: `lane-${index}`, type: target.kind === 'stdio' ? 'stdio' : 'http', target, policy });
}

async function check(
  { prober, lag }: LaneEquipment,
  endpoint: Endpoint,
  openSockets: () => number,
): Promise<CaseResult> {
  const startedMs = performance.now() - lag.totalMs();
  const problems: string[] = [];
  let code = 'up';
  try {
    const outcome = await prober.probe(endpoint, new AbortController().signal);
    code = outcome.failure?.code ?? 'up';
    problems.push(...complaints(outcome, endpoint));
  } catch (error) {
    problems.push(`threw ${error instanceof Error ? error.stack : String(error)}`);
  }
  const tookMs = performance.now() - lag.totalMs() - startedMs;
  if (tookMs > TIMEOUT_MS + CLEANUP_MS) problems.push(`took ${Math.round(tookMs)} ms`);
  if (!(await areClosed(openSockets))) problems.push(`${openSockets()} sockets were left open`);
  return { code, tookMs, problems };
}

async function areClosed(openSockets: () => number): Promise<boolean> {
  const startedMs = performance.now();
  while (openSockets() > 0) {
    if (performance.now() - startedMs > FAREWELL_MS) return false;
    await sleep(2);
  }
  return true;
}

function openSockets({ http, raw }: Servers): number {
  return http.sockets.size + raw.sockets.size;
}
