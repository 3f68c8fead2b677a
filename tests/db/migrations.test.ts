// Databases of earlier versions, brought to the newest schema by the real migrations.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, '../../db/migrations');
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort();

function migrate(db: Database.Database, from: string, until: string): void {
  for (const file of files.filter((name) => name >= from && name < until)) {
    for (const statement of readFileSync(path.join(folder, file), 'utf8').split('--> statement-breakpoint')) {
      db.exec(statement);
    }
  }
}

test('0003: the list that was stored last is the present one and the baseline', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, '0000', '0003');
  db.exec(`
    INSERT INTO endpoints VALUES
      (1, 'a', 'a', 'a', NULL, NULL, 0, 'http', NULL, 60000, 10000, 3, 2, 2000, 0, 0, 0, 0, NULL, 0, NULL, 0, NULL),
      (2, 'b', 'b', 'b', NULL, NULL, 0, 'http', NULL, 60000, 10000, 3, 2, 2000, 0, 0, 0, 0, NULL, 0, NULL, 0, NULL);
    INSERT INTO endpoint_states (endpoint_id, status, since, held) VALUES (1, 'up', 0, '[]'), (2, 'unknown', 0, '[]');
    INSERT INTO catalogues VALUES (1, 1, 'x', '[]', 100), (2, 1, 'y', '[]', 200), (3, 1, 'x', '[]', 200);
  `);
  migrate(db, '0003', '0004');
  const query = 'SELECT catalogue_id, catalogue_since, baseline_catalogue_id FROM endpoint_states ORDER BY endpoint_id';
  expect(db.prepare(query).raw().all()).toEqual([
    [3, 200, 3],
    [null, null, null],
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

test('0004: maintenance windows stay, under names of their own', () => {
  const db = new Database(':memory:');
  migrate(db, '0000', '0004');
  db.exec(`INSERT INTO maintenance_windows (id, title, start_at, end_at, servers) VALUES
    (3, 'Patch day', 100, 200, '["a"]'), (4, 'Patch day', 300, 400, '[]')`);
  migrate(db, '0004', '0005');
  const query =
    'SELECT id, uid, start_at, end_at, timezone, servers, announced_at FROM maintenance_windows ORDER BY id';
  expect(db.prepare(query).raw().all()).toEqual([
    [3, 'before-3', 100, 200, 'UTC', '["a"]', 100],
    [4, 'before-4', 300, 400, 'UTC', '[]', 300],
  ]);
  db.close();
});
