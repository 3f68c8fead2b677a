// The configuration reaches the store, also when the store could not be written at first.
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, migrateDb, openFile } from '@/db/client';
import * as schema from '@/db/schema';
import { checkedEnvironment } from '@/lib/config/environment/env';
import { createEngine, type Engine } from '@/lib/engine/engine';
import { createLogger } from '@/lib/log/logger';
import { type Follower, followConfig } from '@/lib/runtime/follow-config';
import { answered } from '@/tests/fixtures/endpoints';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();
const log = createLogger('test', { write: () => {} });
let db: Db;
let other: Db;
let engine: Engine;
let follower: Follower;

beforeEach(() => {
  const file = path.join(folder.path(), 'rollcall.db');
  [db, other] = [openFile(file), openFile(file)];
  migrateDb(db);
  db.$client.pragma('busy_timeout = 0');
  const now = Date.now;
  engine = createEngine({ db, probe: async () => answered(), now, log, onChange: () => {} });
  const environment = checkedEnvironment({
    ROLLCALL_CONFIG: path.join(folder.path(), 'config'),
    ROLLCALL_DATA: folder.path(),
  });
  follower = followConfig({ db, engine, environment, now, log });
});

afterEach(async () => {
  await engine.stop();
  db.$client.close();
  other.$client.close();
});

const name = (title: string) =>
  folder.write('config/mcp.json', {
    mcpServers: { wiki: { url: 'http://127.0.0.1:9/mcp', rollcall: { title } } },
  });
const titles = () =>
  other
    .select()
    .from(schema.endpoints)
    .all()
    .map((row) => row.title);

test('a change is applied once', () => {
  name('Wiki');
  expect(follower.look()).toBe(true);
  expect(follower.look()).toBe(false);
  expect(titles()).toEqual(['Wiki']);
  name('The wiki');
  expect(follower.look()).toBe(true);
  expect(titles()).toEqual(['The wiki']);
});

test('a change that could not be stored, because the database was locked, is applied at the next look', () => {
  name('Wiki');
  follower.look();
  name('The wiki');
  other.$client.exec('begin immediate');
  expect(() => follower.look()).toThrow('database is locked');
  other.$client.exec('rollback');
  expect(follower.look()).toBe(true);
  expect(titles()).toEqual(['The wiki']);
  expect(follower.look()).toBe(false);
});
