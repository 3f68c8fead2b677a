import { describe, expect, test } from 'vitest';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwrT4SxVxTsrQ=';
const CHAT = { type: 'slack', url: 'https://hooks.slack.example/services/T0/B0/hidden-part' };

function load(file: Record<string, unknown>, env: Record<string, string> = {}) {
  folder.write('mcp.json', { mcpServers: { 'Ware house': { url: 'http://127.0.0.1:9/mcp' } } });
  folder.write('rollcall.json', { endpoints: { 'Ware house': { group: 'Data platform' } }, ...file });
  return folder.load({ env });
}

const said = ({ problems }: ReturnType<typeof load>) =>
  problems.map(({ severity, line, path, message }) => `${severity} ${line} ${path}: ${message}`);

describe('channels', () => {
  const oncall = {
    type: 'webhook',
    url: 'https://${HOST}/hook',
    secret: '${SECRET}',
    headers: { 'x-team': '${TEAM:-a}' },
  };

  test('have their variables put in, and know what to hide', () => {
    const loaded = load({ channels: { oncall, chat: CHAT } }, { HOST: 'alerts.example', SECRET });
    expect(said(loaded)).toEqual([]);
    expect(loaded.channels).toMatchObject([
      {
        name: 'oncall',
        type: 'webhook',
        problem: null,
        config: { url: 'https://alerts.example/hook', secret: SECRET, headers: { 'x-team': 'a' } },
      },
      { name: 'chat', config: CHAT },
    ]);
    expect(loaded.channels[0]?.secrets).toEqual(expect.arrayContaining([SECRET, 'https://alerts.example/hook']));
    expect(loaded.channels[1]?.secrets).toEqual([CHAT.url]);
  });

  test('are off while a variable is not set, which is said where it stands', () => {
    const loaded = load({ channels: { oncall } }, { SECRET });
    expect(loaded.channels).toMatchObject([{ name: 'oncall', config: null, problem: 'HOST is not set' }]);
    expect(said(loaded)).toEqual([
      expect.stringMatching(/^warning \d+ channels\.oncall\.url: HOST is not set: the channel "oncall" is off/),
    ]);
  });

  test('are off when a variable holds something else, without repeating it', () => {
    const loaded = load({ channels: { oncall } }, { HOST: 'alerts.example', SECRET: 'hunter2-hunter2' });
    expect(loaded.channels).toMatchObject([{ config: null }]);
    expect(said(loaded)).toEqual([expect.stringContaining('does not fit a channel of type "webhook"')]);
    expect(JSON.stringify(loaded.problems)).not.toContain('hunter2');
  });

  test('that cannot be right are errors with their line', () => {
    const loaded = load({ channels: { chat: { type: 'slack', url: 'no address' }, odd: { type: 'pigeon' } } });
    expect(loaded.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: 'rollcall.json', line: expect.any(Number), path: 'channels.chat.url' },
      { file: 'rollcall.json', line: expect.any(Number), path: 'channels.odd.type' },
    ]);
    expect(loaded.channels).toEqual([]);
  });
});

describe('routes', () => {
  const channels = { chat: CHAT, pulse: { type: 'heartbeat', url: 'https://pulse.example/' } };

  test('name servers by their slug', () => {
    const { routes } = load({
      channels,
      routes: [{ to: ['chat'], endpoints: ['Ware house'], groups: ['Data platform'], events: ['outage_opened'] }],
    });
    expect(routes).toEqual([
      {
        to: ['chat'],
        severities: [],
        events: ['outage_opened'],
        groups: ['Data platform'],
        servers: ['ware-house'],
      },
    ]);
  });

  test.each([
    ['no routes', {}],
    ['an empty list', { routes: [] }],
  ])('with %s every channel gets what is urgent', (_name, given) => {
    expect(load({ channels, ...given }).routes).toBeNull();
  });

  test('to what does not exist, or takes no alerts, are told of', () => {
    const loaded = load({ channels, routes: [{ to: ['chta', 'chat', 'pulse'] }] });
    expect(loaded.routes).toMatchObject([{ to: ['chat'] }]);
    expect(loaded.problems.map(({ path, message, remedy }) => `${path}: ${message} ${remedy}`)).toEqual([
      expect.stringMatching(/^routes\[0\]\.to\[0\]: there is no channel for alerts "chta".*chat/),
      expect.stringMatching(/^routes\[0\]\.to\[2\]: there is no channel for alerts "pulse"/),
    ]);
  });

  test('say when they repeat, escalate and wait, in the zone of the page', () => {
    const { routes, problems } = load({
      page: { timezone: 'Europe/Berlin' },
      channels: { ...channels, boss: CHAT },
      routes: [
        {
          to: ['chat'],
          repeat: '30m',
          escalate: { after: '15m', to: ['boss', 'gone'] },
          quiet: { from: '22:00', to: '07:30', days: ['sun', 'fri'] },
          digest: '09:00',
        },
        {
          to: ['chat'],
          quiet: { from: '00:00', to: '06:00', timezone: 'UTC' },
          digest: { at: '18:30', severities: ['medium'] },
        },
      ],
    });
    expect(problems.map(({ path }) => path)).toEqual(['routes[0].escalate.to[1]']);
    const severities = ['medium', 'low'];
    expect(routes).toMatchObject([
      {
        repeatMs: 1_800_000,
        escalate: { afterMs: 900_000, to: ['boss'] },
        quiet: { from: 1_320, to: 450, timezone: 'Europe/Berlin', days: [0, 5], severities },
        digest: { at: 540, timezone: 'Europe/Berlin', severities: ['low'] },
      },
      {
        quiet: { from: 0, to: 360, timezone: 'UTC', days: [], severities },
        digest: { at: 1_110, timezone: 'Europe/Berlin', severities: ['medium'] },
      },
    ]);
  });

  test.each([
    ['repeat', '10s', 'must be from 1m to 7d'],
    ['repeat', 'often', 'must be a duration'],
    ['escalate', { after: '5m' }, 'is missing'],
    ['quiet', { from: '22:00', to: '25:00' }, 'must be a time of day'],
    ['quiet', { from: '22:00', to: '22:00' }, 'must end at another time than it begins'],
    ['quiet', { from: '22:00', to: '07:00', timezone: 'Mars/Base' }, 'must be a time zone'],
    ['quiet', { from: '22:00', to: '07:00', days: ['someday'] }, 'must be "sun"'],
    ['digest', '9 o’clock', 'must be a time of day from'],
  ])('with a bad "%s" (%j) say where and why, and go on without it', (key, value, message) => {
    const { routes, problems } = load({ channels, routes: [{ to: ['chat'], [key]: value }] });
    expect(routes).toEqual([expect.objectContaining({ to: ['chat'] })]);
    expect(problems).toMatchObject([{ path: expect.stringContaining(`routes[0].${key}`), line: expect.any(Number) }]);
    expect(problems[0]?.message).toContain(message);
  });

  test('about servers that do not exist take nothing, rather than everything', () => {
    const loaded = load({ channels, routes: [{ to: ['chat'], endpoints: ['gone'] }] });
    expect(loaded.routes).toEqual([]);
    expect(loaded.problems).toHaveLength(1);
  });
});
