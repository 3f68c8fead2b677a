import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath } from '@/lib/config/files/json-document';
import { parseLeniently } from '@/lib/config/settings/parse-leniently';
import { rollcallSchema } from '@/lib/config/settings/rollcall-schema';

function faults(value: unknown) {
  return parseLeniently(rollcallSchema, value).faults.map((fault) => `${formatPath(fault.path)}: ${fault.message}`);
}

const window = { title: 'Patch day', start: '2026-12-01T22:00', duration: '2h' };

describe('parseLeniently', () => {
  it('says nothing of a sound file', () => {
    const { data, faults } = parseLeniently(rollcallSchema, {
      $schema: 'http://localhost:3000/schema/rollcall.json',
      page: { title: 'Acme tools', timezone: 'Europe/Berlin', url: 'https://status.acme.test' },
      defaults: { interval: '60s', timeout: '10s', confirm: 3, recover: 2, slowAfter: '2s' },
      endpoints: {
        warehouse: {
          health: { url: 'https://warehouse.internal/health', required: false, public: true },
          group: 'Data platform',
          expectTools: ['query', 'list_*'],
        },
        'billing-api': { type: 'health', health: 'https://billing.internal/health' },
      },
      channels: { oncall: { type: 'webhook', url: '${ONCALL_URL}', secret: '${ONCALL_SECRET}' } },
      routes: [{ to: ['oncall'], severity: ['critical', 'high'], groups: ['Data platform'] }],
      maintenance: [{ ...window, endpoints: ['warehouse'], timezone: 'Europe/Berlin' }],
    });
    expect(faults).toEqual([]);
    expect(data?.defaults).toEqual({ interval: 60_000, timeout: 10_000, confirm: 3, recover: 2, slowAfter: 2_000 });
    expect(data?.endpoints?.['billing-api']?.health?.url).toBe('https://billing.internal/health');
    expect(data?.channels?.oncall).toMatchObject({ secret: '${ONCALL_SECRET}' });
  });

  it.each<[string, unknown, string[]]>([
    ['a wrong type', { page: { title: 5 } }, ['page.title: "title" must be a text in double quotes']],
    ['a list for an object', { page: [] }, ['page: "page" must be an object { … }']],
    ['a list for everything', [], [': it must be an object { … }']],
    [
      'an unknown time zone',
      { page: { timezone: 'Mars' } },
      ['page.timezone: "timezone" must be a time zone of the IANA list, such as "Europe/Berlin"'],
    ],
    [
      'a duration of words',
      { defaults: { interval: 'often' } },
      ['defaults.interval: "interval" must be a duration such as "30s", "2m" or a number of seconds'],
    ],
    [
      'a duration that is too short',
      { defaults: { interval: 5 } },
      ['defaults.interval: "interval" must be from 10s to 1d'],
    ],
    [
      'a duration that is too long',
      { defaults: { timeout: '2m' } },
      ['defaults.timeout: "timeout" must be from 1s to 1m'],
    ],
    [
      'a count that is no whole number',
      { defaults: { confirm: 1.5 } },
      ['defaults.confirm: "confirm" must be a whole number'],
    ],
    ['a count over the limit', { defaults: { confirm: 11 } }, ['defaults.confirm: "confirm" must be at most 10']],
    ['an empty text', { page: { title: '' } }, ['page.title: "title" must not be empty']],
    ['another type of endpoint', { endpoints: { a: { type: 'mcp' } } }, ['endpoints.a.type: "type" must be "health"']],
    ['health without a URL', { endpoints: { a: { health: {} } } }, ['endpoints.a.health.url: "url" is missing']],
    [
      'health that is neither',
      { endpoints: { a: { health: true } } },
      ['endpoints.a.health: "health" must be a text in double quotes or an object { … }'],
    ],
    [
      'a public address without scheme',
      { page: { url: 'acme.test' } },
      ['page.url: "url" must be an http or https URL'],
    ],
    [
      'a day that does not exist',
      { maintenance: [{ ...window, start: '2026-02-30T10:00' }] },
      [
        'maintenance[0].start: "start" must be a date and time that exists, from 1970 to 2199, such as "2026-12-01T22:00"',
      ],
    ],
    [
      'something missing',
      { maintenance: [{ start: '2026-12-01T22:00' }] },
      ['maintenance[0].title: "title" is missing', 'maintenance[0].duration: "duration" is missing'],
    ],
  ])('names %s', (_case, value, expected) => {
    expect(faults(value)).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ['at the top', { endpoint: {} }, 'Did you mean "endpoints"?'],
    ['in defaults', { defaults: { slow_after: '1s' } }, 'Did you mean "slowAfter"?'],
    ['in an endpoint', { endpoints: { a: { expectTool: [] } } }, 'Did you mean "expectTools"?'],
    ['in a union', { endpoints: { a: { health: { url: 'x', publc: true } } } }, 'Did you mean "public"?'],
    ['in a list', { maintenance: [{ ...window, zone: 'UTC', durations: 1 }] }, 'Remove it.'],
    ['unlike anything', { colour: 'red' }, 'Remove it.'],
  ])('suggests the key that was meant %s', (_case, value, remedy) => {
    const result = parseLeniently(rollcallSchema, value);
    expect(result.data).not.toBeNull();
    expect(result.faults[0]).toMatchObject({ isUnknownKey: true, remedy });
  });

  it('keeps all that is sound beside what is not', () => {
    const { data } = parseLeniently(rollcallSchema, {
      page: { title: 'Kept', timezone: 'Mars' },
      endpoints: { a: { hidden: true, interval: 'often', colour: 'red' }, b: 5 },
      maintenance: [{}, window, 7, { ...window, title: 'Second', zone: 1 }, { ...window, start: 5 }],
    });
    expect(data?.page).toEqual({ title: 'Kept' });
    expect(data?.endpoints).toEqual({ a: { hidden: true } });
    expect(data?.maintenance?.map(({ title }) => title)).toEqual(['Patch day', 'Second']);
  });

  it('does not touch prototypes', () => {
    const value = JSON.parse(
      '{"endpoints": {"__proto__": {"hidden": true}, "constructor": {"hidden": true}}, "__proto__": {"a": 1}}',
    );
    expect(parseLeniently(rollcallSchema, value).data?.endpoints?.constructor).toEqual({ hidden: true });
    expect(Object.hasOwn(Object.prototype, 'hidden')).toBe(false);
  });

  it('never throws, and either gives sound data or says what is wrong', () => {
    const known = fc.constantFrom(
      'page',
      'endpoints',
      'defaults',
      'maintenance',
      'a',
      'health',
      'url',
      'title',
      'start',
      'interval',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.dictionary(known, tie('tree')),
        fc.array(tie('tree'), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(known, tree), (value) => {
        const result = parseLeniently(rollcallSchema, value);
        if (result.data === null) expect(result.faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
