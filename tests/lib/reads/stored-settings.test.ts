import { describe, expect, it } from 'vitest';
import { type SettingName, writeSetting } from '@/db/queries/settings';
import { readStoredSettings } from '@/lib/reads/stored-settings';
import { memoryDb } from '@/tests/database';

const DEFAULTS = {
  page: { title: 'Rollcall', timezone: 'UTC', language: 'en' },
  hasConfigErrors: false,
  loopBeat: null,
};

describe('readStoredSettings', () => {
  it('has a default for everything', () => {
    expect(readStoredSettings(memoryDb())).toEqual(DEFAULTS);
  });

  it('gives what is stored', () => {
    const db = memoryDb();
    writeSetting(db, 'page', { title: 'Acme tools', timezone: 'Europe/Berlin', language: 'de' });
    writeSetting(db, 'configProblems', [{ severity: 'warning' }, { severity: 'error', file: 'mcp.json' }]);
    writeSetting(db, 'loopBeat', { at: 2, startedAt: 1 });
    expect(readStoredSettings(db)).toEqual({
      page: { title: 'Acme tools', timezone: 'Europe/Berlin', language: 'de' },
      hasConfigErrors: true,
      loopBeat: { at: 2, startedAt: 1 },
    });
  });

  it.each<[SettingName, unknown]>([
    ['page', 'a text'],
    ['page', { title: 5, timezone: '' }],
    ['configProblems', { severity: 'error' }],
    ['configProblems', [{ severity: 'warning' }]],
    ['loopBeat', { at: 'now' }],
  ])('falls back where %s is %j', (name, value) => {
    const db = memoryDb();
    writeSetting(db, name, value);
    expect(readStoredSettings(db)).toEqual(DEFAULTS);
  });

  it('keeps the good half of a damaged page setting', () => {
    const db = memoryDb();
    writeSetting(db, 'page', { title: '  ', timezone: 'Asia/Tokyo' });
    expect(readStoredSettings(db).page).toEqual({ title: 'Rollcall', timezone: 'Asia/Tokyo', language: 'en' });
  });
});
