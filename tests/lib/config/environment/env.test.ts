import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_DENY_HOSTS } from '@/lib/config/environment/deny-hosts';
import { checkedEnvironment, type Environment, readEnvironment } from '@/lib/config/environment/env';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-env-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function accepted(env: Record<string, string>): Environment {
  const result = readEnvironment(env);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.environment;
}

function refused(env: Record<string, string>) {
  const result = readEnvironment(env);
  if (result.ok) throw new Error('accepted');
  return result.problems;
}

it('throws what is wrong where boot has looked before', () => {
  expect(checkedEnvironment({ PORT: '4100' })).toEqual(accepted({ PORT: '4100' }));
  expect(() => checkedEnvironment({ PORT: 'x', HOSTNAME: '-' })).toThrow('PORT is "x"; HOSTNAME is "-"');
});

describe('readEnvironment', () => {
  it('has defaults for everything', () => {
    expect(accepted({})).toEqual({
      port: 3000,
      hostname: '0.0.0.0',
      configPath: resolve('config'),
      dataPath: resolve('data'),
      publicUrl: null,
      allowStdio: 'config',
      denyHosts: [...DEFAULT_DENY_HOSTS],
      secret: null,
      adminEmail: null,
      adminPassword: null,
    });
  });

  it('takes empty values for unset ones, as compose files write them', () => {
    expect(accepted({ PORT: '', ROLLCALL_URL: '  ', ROLLCALL_SECRET_FILE: '' })).toEqual(accepted({}));
  });

  it.each<[string, Record<string, string>, Partial<Environment>]>([
    ['a port', { PORT: '8080' }, { port: 8080 }],
    ['any free port', { PORT: '0' }, { port: 0 }],
    ['an IPv6 address', { HOSTNAME: '::1' }, { hostname: '::1' }],
    [
      'a URL with a slash at its end',
      { ROLLCALL_URL: 'https://s.example.com/' },
      { publicUrl: 'https://s.example.com' },
    ],
    ['a URL with a path', { ROLLCALL_URL: 'https://e.com/status/' }, { publicUrl: 'https://e.com/status' }],
    ['stdio off', { ROLLCALL_ALLOW_STDIO: 'OFF' }, { allowStdio: 'off' }],
    ['no denied hosts', { ROLLCALL_DENY_HOSTS: 'none' }, { denyHosts: [] }],
    [
      'an address',
      { ROLLCALL_DENY_HOSTS: '10.0.0.1, [::1] Bad.Example. *.a.b' },
      { denyHosts: ['10.0.0.1/32', '::1/128', 'bad.example', '*.a.b'] },
    ],
    [
      'networks beside the default',
      { ROLLCALL_DENY_HOSTS: 'default,10.0.0.0/8' },
      { denyHosts: [...DEFAULT_DENY_HOSTS, '10.0.0.0/8'] },
    ],
    ['a folder', { ROLLCALL_CONFIG: '/config', ROLLCALL_DATA: '/data' }, { configPath: '/config', dataPath: '/data' }],
  ])('accepts %s', (_case, env, expected) => {
    expect(accepted(env)).toMatchObject(expected);
  });

  it.each([
    ['PORT', '65536', 'port number'],
    ['PORT', '-1', 'port number'],
    ['PORT', '3000tcp', 'port number'],
    ['HOSTNAME', 'http://x', 'host name'],
    ['ROLLCALL_URL', 'status.example.com', 'https://'],
    ['ROLLCALL_URL', 'ftp://status.example.com', 'https://'],
    ['ROLLCALL_URL', 'https://e.com/?a=b', 'without user name or query'],
    ['ROLLCALL_ALLOW_STDIO', 'true', 'off, config'],
    ['ROLLCALL_DENY_HOSTS', '10.0.0.0/33', 'networks'],
    ['ROLLCALL_DENY_HOSTS', '10.0.0', 'networks'],
    ['ROLLCALL_DENY_HOSTS', 'http://x', 'networks'],
    ['ROLLCALL_SECRET', 'short', '32 characters'],
    ['ROLLCALL_CONFIG', 'a\0b', 'a folder'],
  ])('refuses %s=%s with what it accepts', (name, value, accepts) => {
    const [problem, ...others] = refused({ [name]: value });
    expect(others).toEqual([]);
    expect(problem?.variable).toBe(name);
    expect(problem?.message).toContain(name);
    expect(problem?.remedy).toContain(accepts);
  });

  it('names all problems at once', () => {
    expect(refused({ PORT: 'x', ROLLCALL_ALLOW_STDIO: 'y' }).map((problem) => problem.variable)).toEqual([
      'PORT',
      'ROLLCALL_ALLOW_STDIO',
    ]);
  });

  it.each([
    { ROLLCALL_SECRET: 'hunter2' },
    { ROLLCALL_URL: 'https://admin:hunter2@e.com' },
    { ROLLCALL_ADMIN_EMAIL: 'a@b.c', ROLLCALL_ADMIN_PASSWORD: 'hunter2' },
  ])('never repeats a secret: %j', (env: Record<string, string>) => {
    expect(JSON.stringify(refused(env))).not.toContain('hunter2');
  });

  it('wants both halves of an administrator', () => {
    expect(refused({ ROLLCALL_ADMIN_EMAIL: 'a@b.c' })[0]?.message).toBe(
      'ROLLCALL_ADMIN_PASSWORD is not set, but ROLLCALL_ADMIN_EMAIL is',
    );
    expect(accepted({ ROLLCALL_ADMIN_EMAIL: 'a@b.c', ROLLCALL_ADMIN_PASSWORD: 'long enough' }).adminEmail).toBe(
      'a@b.c',
    );
  });

  it.each([
    ['ROLLCALL_ALOW_STDIO', 'ROLLCALL_ALLOW_STDIO'],
    ['ROLLCAL_CONFIG', 'ROLLCALL_CONFIG'],
    ['ROLLCALL_SERVICE_HOST', null],
    ['ROLLCALL_PORT_3000_TCP_ADDR', null],
    ['ROLLCALL_PORT', null],
  ])('warns of %s, a mistyped name', (name, meant) => {
    const result = readEnvironment({ [name]: 'x' });
    const remedies = result.ok ? result.warnings.map((warning) => warning.remedy) : [];
    expect(remedies).toEqual(meant === null ? [] : [`Did you mean ${meant}?`]);
  });
});

describe('NAME_FILE', () => {
  it('reads the value from a file, without the line break at its end', () => {
    const path = join(folder, 'port');
    writeFileSync(path, '4000\n');
    expect(accepted({ PORT_FILE: path }).port).toBe(4000);
  });

  it('refuses a variable that is also set directly', () => {
    const path = join(folder, 'port');
    writeFileSync(path, '4000');
    expect(refused({ PORT: '1', PORT_FILE: path })[0]?.message).toBe('PORT and PORT_FILE are both set');
  });

  it.each([
    ['missing', null, 'ENOENT'],
    ['empty', Buffer.from(' \n'), 'it is empty'],
    ['binary', Buffer.from([1, 0, 2]), 'it is binary'],
    ['too large', Buffer.alloc(70_000, 'x'), 'is the limit'],
  ])('refuses a file that is %s', (_case, content, fault) => {
    const path = join(folder, 'value');
    if (content !== null) writeFileSync(path, content);
    const [problem] = refused({ ROLLCALL_SECRET_FILE: path });
    expect(problem?.variable).toBe('ROLLCALL_SECRET_FILE');
    expect(problem?.message).toContain(fault);
  });
});
