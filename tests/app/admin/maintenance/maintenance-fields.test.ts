import { describe, expect, test } from 'vitest';
import {
  coverField,
  entryOf,
  fieldsOf,
  maintenanceFields,
  problemsByField,
} from '@/app/admin/maintenance/maintenance-fields';

const SCOPE = { servers: [{ name: 'code-search' }, { name: 'b' }], groups: ['Access tokens'] };
const FORM = { title: 'Patch day', covers: 'all', start: '2026-12-01T22:00', duration: '2h' };
const read = (more: Record<string, string> = {}) => entryOf(maintenanceFields.parse({ ...FORM, ...more }), SCOPE);

describe('a form', () => {
  test.each<[string, Record<string, string>, Record<string, unknown>]>([
    ['once, for all', {}, {}],
    ['every day', { pattern: 'FREQ=DAILY' }, { repeat: 'FREQ=DAILY' }],
    ['by a rule', { pattern: 'rule', rule: 'FREQ=MONTHLY;BYDAY=1TU' }, { repeat: 'FREQ=MONTHLY;BYDAY=1TU' }],
    ['a rule that was not chosen is dropped', { rule: 'FREQ=DAILY' }, {}],
    [
      'days left out',
      { pattern: 'FREQ=DAILY', except: '2026-12-24, 2026-12-25' },
      { repeat: 'FREQ=DAILY', except: ['2026-12-24', '2026-12-25'] },
    ],
    ['a zone', { timezone: 'Europe/Berlin' }, { timezone: 'Europe/Berlin' }],
    [
      'some servers and groups',
      { covers: 'chosen', [coverField('server', 'code-search')]: 'yes', [coverField('group', 'Access tokens')]: 'yes' },
      { endpoints: ['code-search'], groups: ['Access tokens'] },
    ],
    ['boxes that do not count', { [coverField('server', 'b')]: 'yes' }, {}],
  ])('%s', (_, typed, more) => {
    const { covers: _covers, ...plain } = FORM;
    const reading = read(typed);
    expect(reading).toEqual({ ok: true, entry: { ...plain, ...more } });
    // What is stored fills the form with which it would be stored again.
    if (reading.ok) expect(read(fieldsOf(reading.entry))).toEqual(reading);
  });

  test('a forgotten rule is handed on to be refused, not dropped', () => {
    expect(read({ pattern: 'rule' })).toMatchObject({ entry: { repeat: '' } });
  });

  test('nothing chosen is not everything', () => {
    expect(read({ covers: 'chosen' })).toMatchObject({ ok: false, problems: { covers: expect.any(String) } });
  });

  test('no name of a box looks like that of a secret, which would not be given back', () => {
    for (const name of ['code-search', 'Access tokens', 'password', 'secret']) {
      expect(coverField('group', name)).not.toMatch(/password|secret|token|code|credential/i);
    }
  });
});

test('each problem is told beside its field', () => {
  const paths = ['title', 'repeat', 'endpoints[0]', 'nonsense', ''];
  expect(problemsByField(paths.map((path) => ({ path, message: 'is wrong', remedy: 'Mend it.' })))).toEqual({
    title: 'Is wrong. Mend it.',
    rule: 'Is wrong. Mend it.',
    covers: 'Is wrong. Mend it.',
    form: 'Is wrong. Mend it.',
  });
});
