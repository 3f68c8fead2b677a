// `npm run bench:lighthouse`: Lighthouse's four scores of the public pages, as the product ships, with 20 servers and 90 days of
// history; the middle of five runs. Installs Lighthouse by npm into a folder of its own, and ends with exit code 1 when a score is below 98.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { CHROMIUM_FLAGS, findChromium } from '@/bin/chromium.mjs';
import { commandFile, installPackage } from './install-package';
import { table } from './print-table';
import { startReadable } from './reading/start-readable';
import { startFastServer } from './start-fast-server';

const { values } = parseArgs({
  options: {
    /** Where Lighthouse is installed, and found again the next time. */
    dir: { type: 'string', default: path.join(tmpdir(), 'rollcall-lighthouse') },
    /** Of each page; the one in the middle counts, as Lighthouse itself advises, since blocking time varies by half. */
    runs: { type: 'string', default: '5' },
    /** Kept for a look at what it found; else it goes with the rest. */
    reports: { type: 'string' },
  },
});

const VERSION = '13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const PAGES = ['/', '/servers/server-7'];
const LEAST = 98;
const SETTLE_MS = 15_000;

const run = promisify(execFile);
const trouble = await installPackage(values.dir, 'lighthouse', VERSION);
if (trouble !== null) throw new Error(`Lighthouse could not be installed: ${trouble}`);
const chromium = findChromium();
if (chromium === null) throw new Error('No Chromium found: apt-get install -y chromium, or set CHROMIUM_PATH.');

const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-lighthouse-data-'));
const fast = await startFastServer();
try {
  const rollcall = await startReadable(folder, { servers: 20, hidden: 0, days: 90, origin: fast.origin });
  try {
    await sleep(SETTLE_MS);
    process.exitCode = await judge(`http://127.0.0.1:${rollcall.port}`, chromium);
  } finally {
    await rollcall.end();
  }
} finally {
  await fast.end();
  rmSync(folder, { recursive: true });
}

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

/** @returns the exit code */
async function judge(origin: string, chromePath: string): Promise<number> {
  const rows = [['page', ...CATEGORIES, 'performance of each run']];
  const findings: string[] = [];
  let isGood = true;
  for (const page of PAGES) {
    const reports: Report[] = [];
    for (let round = 0; round < Number(values.runs); round++) {
      reports.push(await lighthouse(origin + page, chromePath));
    }
    reports.sort((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
    const report = reports[Math.floor(reports.length / 2)];
    if (report === undefined) throw new Error('--runs takes a number from 1 up');
    const scores = CATEGORIES.map((name) => scoreOf(report, name));
    const all = reports.map((one) => scoreOf(one, 'performance')).join(', ');
    rows.push([page, ...scores.map(String), all]);
    isGood &&= scores.every((score) => score >= LEAST);
    findings.push(...lostPoints(report).map((finding) => `${page}: ${finding}`));
  }
  process.stdout.write(`${table(rows)}\n${findings.map((finding) => `${finding}\n`).join('')}`);
  process.stdout.write(isGood ? 'good enough\n' : 'NOT GOOD ENOUGH\n');
  return isGood ? 0 : 1;
}

function scoreOf({ categories }: Report, name: string): number {
  return Math.round((categories[name]?.score ?? 0) * 100);
}

async function lighthouse(url: string, chromePath: string): Promise<Report> {
  const reportFile = path.join(values.reports ?? folder, `${new URL(url).pathname.replaceAll('/', '_')}.json`);
  const command = commandFile(values.dir, 'lighthouse', 'lighthouse');
  const flags = ['--headless=new', ...CHROMIUM_FLAGS].join(' ');
  const wanted = [
    `--only-categories=${CATEGORIES.join(',')}`,
    '--output=json',
    `--output-path=${reportFile}`,
    '--quiet',
  ];
  await run(process.execPath, [command, url, ...wanted, `--chrome-flags=${flags}`], {
    env: { ...process.env, CHROME_PATH: chromePath },
  });
  return JSON.parse(readFileSync(reportFile, 'utf8'));
}

/** What a category counts and this page does not have in full. */
function lostPoints({ categories, audits }: Report): string[] {
  return Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id))
    .flatMap((id) => {
      const { title, score, displayValue = '' } = audits[id] ?? { title: id, score: null };
      return score === null || score >= LEAST / 100 ? [] : [`${id} ${score}: ${title} ${displayValue}`];
    });
}
