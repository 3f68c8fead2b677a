// `npm run bench:servers`: installs real MCP servers from npm into a folder of its own, checks each over every transport
// it offers with the real prober, twice, and prints what came of it. Fails when one is not seen as expected, or when a
// process is left behind.
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createProber } from '@/lib/probe/probe';
import { createMark } from '@/tests/fixtures/stdio/marked-processes';
import { commandFile, installPackage } from './install-package';
import { table } from './print-table';
import { CAST } from './real-servers/cast';
import { checkVariant, differences, type Equipment, type Sight } from './real-servers/check-variant';
import type { RealServer, Variant } from './real-servers/real-server';

const { values } = parseArgs({
  options: {
    /** Where the packages are installed, and found again the next time. */
    dir: { type: 'string', default: path.join(tmpdir(), 'rollcall-real-servers') },
    /** Part of a package's name, to check it alone. */
    only: { type: 'string', default: '' },
    /** Prints the wire log of every check. */
    verbose: { type: 'boolean', default: false },
  },
});

const mark = createMark();
const rows = [['server', 'transport', 'verdict', 'stage/code', 'protocol', 'tools', 'first ms', 'second ms']];
const problems: string[] = [];
mkdirSync(values.dir, { recursive: true });
const prober = createProber({ userAgent: 'Rollcall/0.0.0', denyHosts: [] });
const equipment: Equipment = {
  prober,
  env: mark.env,
  commandOf: (package_, bin) => commandFile(values.dir, package_, bin),
};

for (const server of CAST.filter(({ package: name }) => name.includes(values.only))) {
  const trouble = await installPackage(values.dir, server.package, server.version);
  const name = `${server.package} ${server.version}`;
  if (trouble !== null) rows.push([name, `not installed: ${trouble}`]);
  else for (const variant of server.variants) await check(server, variant, name);
}
await prober.close();

process.stdout.write(`${table(rows)}\n`);
const left = mark.pids();
if (left.length > 0) problems.push(`left behind: processes ${left.join(', ')}`);
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(`${rows.length - 1} rows, ${problems.length} problems\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function check(server: RealServer, variant: Variant, name: string): Promise<void> {
  const said = (what: string) => problems.push(`${name}, ${variant.transport}: ${what}`);
  try {
    const sights = await checkVariant(server, variant, equipment);
    rows.push(rowOf(name, variant.transport, sights));
    sights.forEach((sight, index) => {
      for (const difference of differences(sight, variant.expected)) said(`check ${index + 1}: ${difference}`);
      if (values.verbose) process.stdout.write(`${logOf(sight)}\n`);
    });
  } catch (error) {
    rows.push([name, variant.transport, 'not started']);
    said(error instanceof Error ? error.message : String(error));
  }
  const remaining = mark.pids();
  if (remaining.length > 0) said(`left behind: processes ${remaining.join(', ')}`);
}

function rowOf(name: string, transport: string, sights: readonly Sight[]): string[] {
  const [first, second] = sights;
  if (first === undefined || second === undefined) throw new RangeError('a variant is checked twice');
  const { judgement, outcome } = second;
  const { failure } = judgement;
  return [
    name,
    transport,
    judgement.verdict,
    failure === null ? '' : `${failure.stage}/${failure.code}`,
    outcome.protocolVersion ?? '',
    outcome.catalogue === null ? '' : `${outcome.catalogue.tools.length}`,
    `${first.tookMs}`,
    `${second.tookMs}`,
  ];
}

function logOf({ outcome, judgement }: Sight): string {
  const lines = outcome.transcript.map(({ offsetMs, direction, text }) => `${offsetMs}\t${direction}\t${text}`);
  const { message = '', detail = '' } = judgement.failure ?? {};
  return [message, detail, ...lines, outcome.stderrTail ?? ''].join('\n');
}
