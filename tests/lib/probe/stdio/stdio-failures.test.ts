import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '@/lib/core/failure';
import { probeStdio } from '@/lib/probe/stdio/stdio-probe';
import type { StdioTarget } from '@/lib/probe/stdio/stdio-spawn';
import { type CheckOptions, runCheck } from '@/tests/fixtures/check-context';
import { prepareStdioProbes, STDIO_FIXTURES, STDIO_SERVER } from '@/tests/fixtures/stdio/stdio-probes';

const { fixture, probeTwice } = prepareStdioProbes();

describe('servers that do not', () => {
  const modes: [string, string, string, CheckOptions?][] = [
    ['exits', 'handshake/exited', 'the process exited with code 1 before it answered initialize'],
    ['exits-on-tools', 'tools/exited', 'the process exited with code 3 before it answered tools/list'],
    ['grandchild-outlives-exit', 'handshake/exited', 'the process exited with code 4 before it answered initialize'],
    ['dies-of-signal', 'handshake/exited', 'the process was ended by SIGSEGV before it answered initialize'],
    ['closes-stdout', 'handshake/stream_ended', 'the process closed its output before it answered initialize'],
    ['hangs', 'handshake/timeout', 'did not shake hands within 0.5 s', { timeoutMs: 500 }],
    ['hangs-for-ever', 'handshake/timeout', 'did not shake hands within 0.5 s', { timeoutMs: 500 }],
    ['hangs-on-tools', 'tools/timeout', 'did not list its tools within 3 s', { timeoutMs: 3_000 }],
    ['drips-for-ever', 'handshake/timeout', 'did not shake hands within 1 s', { timeoutMs: 1_000 }],
    [
      'garbage',
      'handshake/timeout',
      'did not shake hands within 3 s, and writes text that is not JSON-RPC to its output',
      { timeoutMs: 3_000 },
    ],
    ['broken-json', 'handshake/bad_json', 'answers with broken JSON'],
    ['wrong-id', 'handshake/bad_answer', 'answers a request that was never made'],
    ['empty-id', 'handshake/bad_answer', 'answers a request that was never made'],
    ['huge-line', 'tools/too_large', 'sends a line of more than 16 MiB'],
    ['brackets', 'tools/too_large', 'sends a line of more than 500000 parts'],
    ['endless', 'handshake/too_large', 'sends a line of more than 16 MiB'],
    ['noise-flood', 'handshake/too_large', 'sends more than 32 MiB'],
    ['asks-for-ever', 'handshake/flooded', 'asks the client more than 64 things before it answers'],
    ['initialize-error', 'handshake/rpc_error', 'answers with error -32603 (internal error)'],
    ['tools-error', 'tools/rpc_error', 'answers with error -32603 (internal error)'],
    ['unauthorized', 'handshake/unauthorized', 'asks for a credential (error -32001)'],
    [
      'other-version',
      'handshake/version_unsupported',
      'speaks MCP 2099-01-01; Rollcall speaks 2024-10-07 to 2026-07-28',
    ],
    [
      'ancient-version',
      'handshake/version_unsupported',
      'speaks MCP 1999-01-01; Rollcall speaks 2024-10-07 to 2026-07-28',
    ],
  ];

  it.each(modes)('%s: %s', async (mode, where, message, options) => {
    for (const { failure, latencyMs, timings } of await probeTwice(fixture(mode), options)) {
      expect(failure?.message).toBe(message);
      expect(`${failure?.stage}/${failure?.code}`).toBe(where);
      expect(latencyMs).toBeNull();
      expect(timings.reach).not.toBeNull();
    }
  });

  it('keeps the secrets of a dying server from administrators too', async () => {
    const target = fixture('exits', { FIXTURE_TOKEN: 'hunter2hunter2' });
    for (const { failure, stderrTail } of await probeTwice(target, { secrets: ['hunter2hunter2'] })) {
      expect(stderrTail).toBe('cannot start: no such database, token [redacted]');
      expect(failure?.detail).toBe('stderr: cannot start: no such database, token [redacted]');
    }
  });
});

describe('commands that do not start', () => {
  const commands: [string, Partial<StdioTarget>, string, string][] = [
    [
      'a name not in PATH',
      { command: 'no-such-command' },
      'command_not_found',
      'command "no-such-command" was not found',
    ],
    ['a path to nothing', { command: '/srv/secret/server' }, 'command_not_found', 'command "server" was not found'],
    [
      'a file without permission',
      { command: `${STDIO_FIXTURES}not-executable.txt` },
      'command_failed',
      'command "not-executable.txt" may not be executed',
    ],
    [
      'a script without its interpreter',
      { command: `${STDIO_FIXTURES}no-interpreter.sh` },
      'command_failed',
      'command "no-interpreter.sh" names an interpreter that was not found',
    ],
    ['a directory', { command: STDIO_FIXTURES }, 'command_failed', 'command "stdio" may not be executed'],
    ['no working directory', { cwd: '/srv/no/such/folder' }, 'command_failed', 'the working directory does not exist'],
    ['a file as working directory', { cwd: STDIO_SERVER }, 'command_failed', 'the working directory does not exist'],
    ['an argument no system takes', { args: ['a\0b'] }, 'command_failed', 'command "node" could not be started'],
    ['an empty command', { command: '' }, 'command_failed', 'command "" could not be started'],
  ];

  it.each(commands)('%s', async (_name, difference, code, message) => {
    const target: StdioTarget = { ...fixture('polite'), command: 'node', ...difference };
    for (const { failure, timings } of await probeTwice(target)) {
      expect(failure).toMatchObject({ stage: 'reach', code, message });
      expect(timings).toEqual({ reach: null, handshake: null, tools: null, dependencies: null });
    }
  });
});

it('survives whatever a process writes', async () => {
  const valid = JSON.stringify({ jsonrpc: '2.0', id: 0, result: { protocolVersion: '2025-11-25', capabilities: {} } });
  const mutated = fc
    .tuple(fc.nat(valid.length), fc.string())
    .map(([at, text]) => valid.slice(0, at) + text + valid.slice(at));
  const line = fc.oneof(fc.json(), mutated, fc.constant(valid)).map((text) => Buffer.from(`${text}\n`));
  const bytes = fc.array(
    fc.oneof(
      line,
      fc.uint8Array().map((array) => Buffer.from(array)),
    ),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (parts) => {
      const DATA = Buffer.concat(parts).toString('base64');
      const args = ['-c', 'printf %s "$DATA" | base64 -d'];
      const target = { ...fixture('none', { DATA }), command: 'sh', args };
      const { failure } = await runCheck((context) => probeStdio({ target }, context));
      // It is gone before it could list a tool.
      expect(FAILURE_CODES).toContain(failure?.code);
      expect(failure?.message).toMatch(/^[^\p{Cc}]{1,300}$/u);
    }),
    { numRuns: 40 },
  );
}, 60_000);
