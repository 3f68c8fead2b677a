// Runs the conformance suite of the MCP project as a command, and reads what it prints.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { field } from '@/lib/probe/wire/field';

export interface ScenarioResult {
  scenario: string;
  passed: number;
  failed: number;
}

export interface SuiteRun {
  results: ScenarioResult[];
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
  await once(child, 'close');
  return { results: readSummary(output), output };
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

/** The client scenarios that fail by design. @throws TypeError when the file names none */
export function readBaseline(file: string): ReadonlySet<string> {
  const scenarios = field(parse(readFileSync(file, 'utf8')), 'client');
  if (!Array.isArray(scenarios)) throw new TypeError(`${file} names no scenarios`);
  return new Set(scenarios.map(String));
}
