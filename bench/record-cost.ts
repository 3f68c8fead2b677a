// `npm run bench:record`: what storing one check costs in CPU time, against a database in a file, without any prober. The
// median of rounds is printed, since the machine may have other work.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateDb, openFile } from '@/db/client';
import { MINUTE_MS } from '@/lib/core/time';
import { answered } from '@/tests/fixtures/endpoints';
import { enroll } from '@/tests/fixtures/visits';

const ROUNDS = 10;
const CHECKS_A_ROUND = 500;

const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-record-'));
const db = openFile(path.join(folder, 'rollcall.db'));
migrateDb(db);
let at = Date.UTC(2026, 10, 22);
const roll = enroll(db, at);
const perCheckMs = Array.from({ length: ROUNDS }, playRound);
process.stdout.write(`${median(perCheckMs).toFixed(2)} ms of CPU a check (${ROUNDS} rounds of ${CHECKS_A_ROUND})\n`);
db.$client.close();
rmSync(folder, { recursive: true });

function playRound(): number {
  const before = process.cpuUsage();
  for (let check = 0; check < CHECKS_A_ROUND; check++) {
    at += MINUTE_MS;
    roll.visit(at, answered());
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / CHECKS_A_ROUND;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
