// `npm run bench:conformance`: the conformance suite of the MCP project against the prober as a client, and against
// Rollcall's own /mcp as a server. Fails when a client scenario fails that is not in the baseline, or passes that is, and
// when a server scenario fails that any read-only server must pass.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildWhenStale, serverFile } from '@/bin/build.mjs';
import { readBaseline, runScenario, runSuite, type ScenarioResult } from './conformance/suite';
import { freePort, startHttpProcess } from './http-process';
import { commandFile, installPackage } from './install-package';
import { table } from './print-table';

const { values } = parseArgs({
  options: {
    /** Where the suites are installed, and found again the next time. */
    dir: { type: 'string', default: path.join(tmpdir(), 'rollcall-conformance') },
  },
});

const PACKAGE = '@modelcontextprotocol/conformance';
/** The newest release, and the newest that knows 2026-07-28. */
const VERSIONS = ['0.1.16', '0.2.0-alpha.12'];
/** What any read-only server must pass. */
const MUST_PASS = ['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection'];
/** Some checks of these want tools, prompts and resources that only the suite's own fixture has. */
const LISTED_ONLY = ['server-stateless', 'server-session-lifecycle', 'http-header-validation', 'caching'];
const SERVER_SCENARIOS: Record<string, readonly string[]> = {
  '0.1.16': MUST_PASS,
  '0.2.0-alpha.12': [...MUST_PASS, ...LISTED_ONLY],
};
/** The suite starts a client for each of its scenarios at once; on two busy cores its own 30 s are not enough. */
const PATIENCE_MS = 240_000;
/** Scenarios of an extension: a client that never fetches a skill passes them without a single check. */
const UNOBSERVED = /^sep-2640-/;

const root = fileURLToPath(new URL('..', import.meta.url));
const client = `${process.execPath} ${path.join(root, 'node_modules/tsx/dist/cli.mjs')} ${path.join(root, 'bench/conformance-client.ts')}`;
const baseline = readBaseline(path.join(root, 'bench/conformance/baseline.yml'));
const problems: string[] = [];

const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-conformance-server-'));
try {
  const commands = await install();
  for (const [version, command] of commands) await testClient(version, command);
  await testServer(commands);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) print(`NOT GOOD ENOUGH: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function install(): Promise<Map<string, string>> {
  const commands = new Map<string, string>();
  for (const version of VERSIONS) {
    const place = path.join(values.dir, version);
    const trouble = await installPackage(place, PACKAGE, version);
    if (trouble === null) commands.set(version, commandFile(place, PACKAGE, 'conformance'));
    else problems.push(`${PACKAGE} ${version} could not be installed: ${trouble}`);
  }
  return commands;
}

async function testClient(version: string, command: string): Promise<void> {
  const args = ['client', '--command', client, '--timeout', `${PATIENCE_MS}`];
  const { results, output } = await runSuite(command, [...args, '--suite', 'all']);
  if (results.length === 0) problems.push(`${version}: the suite did not run: ${output.slice(-500)}`);
  const whole: ScenarioResult[] = [];
  for (const crowded of results) {
    const isListed = baseline.has(crowded.scenario);
    // Some look at the time a client takes: what fails among dozens that run at once has another try by itself.
    const isGood = isListed || isPassed(crowded);
    const result = isGood ? crowded : await runScenario(command, args, crowded.scenario);
    if (isPassed(result)) whole.push(result);
    if (isListed && isPassed(result)) problems.push(`${version}: ${result.scenario} passes, and is in the baseline`);
    if (!isListed && !isPassed(result)) problems.push(`${version}: ${rowOf(result).join(': ')}`);
  }
  print(`client, ${version}: ${whole.length} of ${results.length} scenarios pass, the others are in the baseline`);
  print(table([['client scenario', 'checks passed'], ...whole.map(rowOf)]));
}

/** A client that crashes passes scenarios that only look for what must not happen. */
function isPassed({ scenario, passed, failed }: ScenarioResult): boolean {
  return failed === 0 && (passed > 0 || UNOBSERVED.test(scenario));
}

async function testServer(commands: ReadonlyMap<string, string>): Promise<void> {
  const port = await freePort();
  buildWhenStale();
  const server = await startHttpProcess([serverFile], serverEnvironment(port), port);
  try {
    for (const [version, command] of commands) {
      const args = ['server', '--url', `http://127.0.0.1:${port}/mcp`];
      const rows = [['server scenario', 'checks passed']];
      for (const scenario of SERVER_SCENARIOS[version] ?? []) {
        const result = await runScenario(command, args, scenario);
        if (result.failed > 0 && MUST_PASS.includes(scenario)) problems.push(`${version}: /mcp fails ${scenario}`);
        rows.push(rowOf(result));
      }
      print(`server, ${version}`);
      print(table(rows));
    }
  } finally {
    await server.end();
  }
}

/** A Rollcall of its own, which watches nothing. */
function serverEnvironment(port: number): Record<string, string> {
  const config = path.join(folder, 'mcp.json');
  writeFileSync(config, '{"mcpServers":{}}\n');
  return {
    PATH: process.env.PATH ?? '',
    PORT: `${port}`,
    HOSTNAME: '127.0.0.1',
    // Only a server that knows its own address can refuse to be called by another.
    ROLLCALL_URL: `http://127.0.0.1:${port}`,
    ROLLCALL_CONFIG: config,
    ROLLCALL_DATA: path.join(folder, 'data'),
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
  };
}

function rowOf({ scenario, passed, failed }: ScenarioResult): string[] {
  return [scenario, failed === 0 ? `${passed}` : `${passed}, ${failed} failed`];
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
