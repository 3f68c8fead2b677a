// The canary call of a program: made in the same life as the list, once.
import { expect, test } from 'vitest';
import type { Canary } from '@/lib/core/catalogue/canary';
import { prepareStdioProbes } from '@/tests/fixtures/stdio/stdio-probes';

const { fixture, probeTwice } = prepareStdioProbes();

const canary: Canary = { tool: 'echo', arguments: { text: 'hello' } };
const called = { calls: [{ name: 'echo', arguments: { text: 'hello' } }] };

test('the tool is called with its arguments', async () => {
  const expecting = { ...canary, expect: { equals: called } };
  for (const reading of await probeTwice(fixture('calls'), { canary: expecting })) {
    expect(reading).toMatchObject({ failure: null, canary: { failure: null } });
  }
});

test('a tool that is not marked is left alone', async () => {
  for (const reading of await probeTwice(fixture('polite'), { canary })) {
    expect(reading.failure).toBeNull();
    expect(reading.canary).toMatchObject({ tookMs: null, failure: { code: 'canary_failed' } });
  }
});

test('a program that dies of the call', async () => {
  for (const reading of await probeTwice(fixture('exits-on-call'), { canary })) {
    expect(reading.failure).toBeNull();
    expect(reading.dialect).toBe('stdio-legacy');
    expect(reading.canary?.failure?.code).toBe('canary_failed');
    expect(reading.canary?.failure?.message).toMatch(/^the call of `echo` failed: .*exit/);
  }
});
