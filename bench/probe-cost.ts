// `npm run bench:probe`: what a check costs. Thousands of checks in one process show that nothing grows; rounds of
// checks beside the same requests by bare fetch show the CPU time. Fails when something grows after the first thousand,
// or when a check costs more than twice the bare requests.
import { parseArgs } from 'node:util';
import type { Endpoint } from '@/lib/core/endpoint';
import { createProber } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { table } from './print-table';
import { type BareVisit, visitBare } from './probe-cost/bare-fetch';
import { profileByModule } from './probe-cost/cpu-profile';
import { DIALECT_NAMES, DIALECTS, type Dialect, TOOL_COUNT } from './probe-cost/dialect';
import { collectGarbage, type Footprint, footprint, growth } from './probe-cost/footprint';
import { startFastServer } from './start-fast-server';

const { values } = parseArgs({
  options: {
    /** Checks for the measurement of growth. */
    checks: { type: 'string', default: '5000' },
    /** Rounds of the comparison; the median counts. */
    rounds: { type: 'string', default: '21' },
    /** Says besides where the time goes, module by module. */
    profile: { type: 'boolean', default: false },
  },
});
/** Checks between two looks at what the process holds. */
const STEP = 1_000;
const VISITS_PER_ROUND = 100;
const LIMIT = 2;
/** Servers are remembered one by one; there are as many as a team has. */
const SERVERS = 50;

// The product runs built: errors are not traced back to sources there, which costs more than making them.
process.setSourceMapsEnabled(false);
const server = await startFastServer();
const prober = createProber({ userAgent: 'Rollcall/0.0.0', denyHosts: [] });
/** As in the engine, one signal outlives all checks. */
const shutdown = new AbortController();
const problems: string[] = [];
try {
  await measureGrowth();
  await measureCpu();
  if (values.profile) for (const dialect of DIALECTS) await printProfile(dialect);
} finally {
  await prober.close();
  await server.end();
}
for (const problem of problems) print(`NOT GOOD ENOUGH: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function measureGrowth(): Promise<void> {
  const kinds = [...DIALECTS, 'refused'] as const;
  const looks: Footprint[] = [];
  const rows = [['checks', 'heap, MB', 'RSS, MB', 'handles', 'listeners', 'descriptors']];
  for (let check = 1; check <= Number(values.checks); check++) {
    const kind = kinds[check % kinds.length] ?? 'json';
    const { failure } = await prober.probe(endpointOf(kind, check), shutdown.signal);
    if ((failure?.code ?? 'up') !== (kind === 'refused' ? 'refused' : 'up')) throw new Error(failure?.message ?? 'up');
    if (check % STEP !== 0) continue;
    const look = await footprint(shutdown.signal);
    looks.push(look);
    const { heapBytes, rssBytes, handles, listeners, descriptors } = look;
    rows.push([`${check}`, mb(heapBytes), mb(rssBytes), `${handles}`, `${listeners}`, `${descriptors}`]);
  }
  print(table(rows));
  problems.push(...growth(looks));
}

async function measureCpu(): Promise<void> {
  const rows = [['dialect', 'requests', 'check, ms', 'ratio', 'ratio, connection kept']];
  for (const dialect of DIALECTS) {
    const check = () => checkMany(dialect, VISITS_PER_ROUND);
    const bare = () => visitMany(dialect, true);
    const kept = () => visitMany(dialect, false);
    // Fills caches, and lets V8 compile what is hot.
    for (let round = 0; round < 5; round++) for (const work of [check, bare, kept]) await work();
    const requests = await requestsOf(check);
    if (requests !== (await requestsOf(bare))) problems.push(`${dialect}: the bare requests are not those of a check`);
    const rounds: { check: number; bare: number; kept: number }[] = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      rounds.push({ check: await cpuMsOf(check), bare: await cpuMsOf(bare), kept: await cpuMsOf(kept) });
    }
    const checkMs = median(rounds.map((round) => round.check));
    const ratios = [
      median(rounds.map((round) => round.check / round.bare)),
      median(rounds.map((round) => round.check / round.kept)),
    ];
    const figures = [`${requests / VISITS_PER_ROUND}`, checkMs.toFixed(2), ...ratios.map((ratio) => ratio.toFixed(2))];
    rows.push([DIALECT_NAMES[dialect], ...figures]);
    const worst = Math.max(...ratios);
    if (worst > LIMIT) problems.push(`${dialect}: a check costs ${worst.toFixed(2)} times the bare requests`);
  }
  print(table(rows));
}

async function printProfile(dialect: Dialect): Promise<void> {
  const shares = await profileByModule(() => checkMany(dialect, 1_500));
  const rows = shares.filter(({ share }) => share >= 0.01).map(({ module, share }) => [module, percent(share)]);
  print(table([[DIALECT_NAMES[dialect], 'share'], ...rows]));
}

async function checkMany(dialect: Dialect, count: number): Promise<void> {
  for (let check = 0; check < count; check++) {
    const { failure, catalogue } = await prober.probe(endpointOf(dialect, check), shutdown.signal);
    if (failure !== null || catalogue?.tools.length !== TOOL_COUNT) throw new Error(failure?.message ?? 'no tools');
  }
}

async function visitMany(dialect: Dialect, closes: boolean): Promise<void> {
  for (let count = 0; count < VISITS_PER_ROUND; count++) {
    const visit: BareVisit = { url: urlOf(dialect, count), dialect, closes };
    await visitBare(visit);
  }
}

function endpointOf(kind: Dialect | 'refused', index: number): Endpoint {
  const url = kind === 'refused' ? 'http://127.0.0.1:1/mcp' : urlOf(kind, index);
  return anEndpoint({
    slug: `${kind}-${index % SERVERS}`,
    target: { kind: 'http', url, headers: {}, dialect: 'auto' },
  });
}

function urlOf(dialect: Dialect, index: number): string {
  return `${server.origin}/${dialect}/${index % SERVERS}/mcp`;
}

/** Per visit; what earlier work left to collect is not counted. */
async function cpuMsOf(work: () => Promise<void>): Promise<number> {
  collectGarbage();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / VISITS_PER_ROUND;
}

async function requestsOf(work: () => Promise<void>): Promise<number> {
  const before = await server.requests();
  await work();
  return (await server.requests()) - before;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function mb(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
