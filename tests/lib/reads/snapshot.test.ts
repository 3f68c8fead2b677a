import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { migrateDb, openFile } from '@/db/client';
import { readSetting, writeSetting } from '@/db/queries/settings';
import { inSnapshot } from '@/lib/reads/snapshot';

it('shows one instant to all queries, and does not make the writer wait', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-snapshot-'));
  const [reader, writer] = [0, 1].map(() => openFile(path.join(folder, 'rollcall.db')));
  if (!reader || !writer) throw new Error('not opened');
  migrateDb(writer);
  writeSetting(writer, 'loopBeat', 1);
  const seen = inSnapshot(reader, () => {
    const first = readSetting(reader, 'loopBeat');
    writeSetting(writer, 'loopBeat', 2);
    return [first, readSetting(reader, 'loopBeat')];
  });
  expect(seen).toEqual([1, 1]);
  expect(readSetting(reader, 'loopBeat')).toBe(2);
  for (const db of [reader, writer]) db.$client.close();
  rmSync(folder, { recursive: true });
});
