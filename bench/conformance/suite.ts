// Runs the conformance suite of the MCP project as a command, and reads what it prints.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ScenarioResult {
  scenario: string;
  passed: number;
  failed: number;
}

export interface SuiteRun {
  results: ScenarioResult[];
  exitCode: number;
  output: string;
}

export async function runSuite(command: string, args: readonly string[]): Promise<SuiteRun> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [exitCode] = await once(child, 'close');
  return { results: readSummary(output), exitCode: exitCode ?? 1, output };
}

/** One scenario by name, which prints no summary of the suite. */
export async function runScenario(command: string, args: readonly string[], scenario: string): Promise<ScenarioResult> {
  const { output } = await runSuite(command, [...args, '--scenario', scenario]);
  const [, passed = '0', failed = '1'] = /^Passed: (\d+)\/\d+, (\d+) failed/m.exec(output) ?? [];
  return { scenario, passed: Number(passed), failed: Number(failed) };
}

/** "✓ initialize: 1 passed, 0 failed" */
export function readSummary(output: string): ScenarioResult[] {
  const [, summary = ''] = output.split('=== SUITE SUMMARY ===');
  return [...summary.matchAll(/^[✓✗] (\S+): (\d+) passed, (\d+) failed/gm)].map(
    ([, scenario = '', passed, failed]) => ({ scenario, passed: Number(passed), failed: Number(failed) }),
  );
}
