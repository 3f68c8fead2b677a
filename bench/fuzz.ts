// `npm run bench:fuzz`: checks servers that answer with random bytes, random JSON and spoilt valid answers, over HTTP,
// event streams and stdio. Fails when a check throws, hangs, says what it may not say or leaves something behind, and
// when the process grows.
import { parseArgs } from 'node:util';
import { createProber } from '@/lib/probe/probe';
import { openGroupCount } from '@/lib/probe/stdio/process-group';
import { createMark } from '@/tests/fixtures/stdio/marked-processes';
import { BATCH, casesOf, type FuzzCase } from './fuzz/fuzz-case';
import { type CaseResult, type Lane, openLane } from './fuzz/lane';
import { watchLoopLag } from './fuzz/loop-lag';
import { table } from './print-table';
import { type Footprint, footprint, growth } from './probe-cost/footprint';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    /** The same seed makes the same cases. */
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** The number of one case, to look at it alone. */
    only: { type: 'string' },
    /** Checks side by side. */
    lanes: { type: 'string', default: '8' },
  },
});
const seed = Number(values.seed);
/** Cases between two looks at what the process holds; the first batches fill caches. */
const STEP = 4 * BATCH;
const PROBLEMS_SHOWN = 20;

const problems: string[] = [];
const escaped = (error: unknown): void =>
  void problems.push(`escaped: ${error instanceof Error ? error.stack : error}`);
process.on('uncaughtException', escaped);
process.on('unhandledRejection', escaped);
const prober = createProber({ userAgent: 'Rollcall/0.0.0', denyHosts: [] });
const mark = createMark();
const lag = watchLoopLag();
const lanes = await Promise.all(
  Array.from({ length: Number(values.lanes) }, (_, index) => openLane(index, { prober, env: mark.env, lag })),
);
const counts = new Map<string, number>();
const kinds = new Map<string, { cases: number; slowestMs: number }>();
const looks: Footprint[] = [];

print(`seed ${seed}`);
if (values.only === undefined) await runAll(Number(values.cases));
else await runOne(Number(values.only));
await Promise.all(lanes.map((lane) => lane.close()));
lag.stop();
await prober.close();
if (openGroupCount() > 0 || mark.pids().length > 0)
  problems.push(`processes ${mark.pids().join(', ')} were left behind`);
report();

async function runAll(count: number): Promise<void> {
  const held = new AbortController();
  for (let batch = 0; batch * BATCH < count; batch++) {
    const cases = casesOf(seed, batch);
    await Promise.all(lanes.map((lane) => runFrom(cases, lane)));
    if (((batch + 1) * BATCH) % STEP !== 0) continue;
    looks.push(await footprint(held.signal));
    if (mark.pids().length > 0) problems.push(`after case ${(batch + 1) * BATCH}: processes were left behind`);
  }
  problems.push(...growth(looks));
}

/** Takes cases off the list until none is left; the other lanes take from it as well. */
async function runFrom(cases: FuzzCase[], lane: Lane): Promise<void> {
  for (let next = cases.shift(); next !== undefined; next = cases.shift()) note(next, await lane.run(next));
}

async function runOne(number: number): Promise<void> {
  const case_ = casesOf(seed, Math.floor(number / BATCH)).find((candidate) => candidate.number === number);
  const [lane] = lanes;
  if (case_ === undefined || lane === undefined) throw new RangeError(`there is no case ${number}`);
  const result = await lane.run(case_);
  print(JSON.stringify({ ...case_, ...result }, null, 2));
  note(case_, result);
}

function note({ number, kind }: FuzzCase, { code, tookMs, problems: found }: CaseResult): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
  const known = kinds.get(kind) ?? { cases: 0, slowestMs: 0 };
  kinds.set(kind, { cases: known.cases + 1, slowestMs: Math.max(known.slowestMs, tookMs) });
  for (const problem of found) problems.push(`case ${number} (--seed ${seed} --only ${number}): ${problem}`);
}

function report(): void {
  const slowest = [...kinds].map(([kind, { cases, slowestMs }]) => [kind, `${cases}`, slowestMs.toFixed(0)]);
  print(table([['kind', 'cases', 'slowest check, ms'], ...slowest]));
  const codes = [...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => [code, `${count}`]);
  print(table([['code', 'cases'], ...codes]));
  const held = looks.map(({ heapBytes, handles, listeners, descriptors }, index) =>
    [(index + 1) * STEP, (heapBytes / 1024 / 1024).toFixed(1), handles, listeners, descriptors].map(String),
  );
  print(table([['after', 'heap, MB', 'handles', 'listeners', 'descriptors'], ...held]));
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) print(`NOT GOOD ENOUGH: ${problem}`);
  print(`${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
