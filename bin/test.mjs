// `npm test`: everything a stranger would want to know. Lint, types, fast tests, then the product in a real browser.
// Closes with one plain line of counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(path.join(tmpdir(), 'rollcall-test-'));
const unitReport = path.join(reports, 'unit.json');
const browserReport = path.join(reports, 'browser.json');

let passed = 0;
let failed = 0;

/** A step without a report of its own counts as one test. */
function run(script, { args = [], env = {}, report = null } = {}) {
  const forwarded = args.length > 0 ? ['--', ...args] : [];
  const { status } = spawnSync('npm', ['run', '--silent', script, ...forwarded], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const counts = report && existsSync(report) ? countsIn(JSON.parse(readFileSync(report, 'utf8'))) : null;
  passed += counts?.passed ?? (status === 0 ? 1 : 0);
  failed += counts?.failed ?? 0;
  // A runner may fail without a failing test: a file that does not load, an error between tests.
  if (status !== 0 && !counts?.failed) failed += 1;
}

/** Vitest and Playwright name their counts differently. */
function countsIn(report) {
  if ('stats' in report) return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

const chromium = findChromium();
if (!chromium) {
  process.stderr.write('No Chromium found: apt-get install -y chromium, or set CHROMIUM_PATH.\n');
  process.exit(1);
}
run('lint');
run('types');
run('unit', { args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`], report: unitReport });
run('e2e', { env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport }, report: browserReport });
rmSync(reports, { recursive: true });

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
