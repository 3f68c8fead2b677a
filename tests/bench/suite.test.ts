import { expect, test } from 'vitest';
import { readSummary } from '@/bench/conformance/suite';

test('reads the summary of the suite, and nothing before it', () => {
  const output = [
    '✓ of something: 9 passed, 9 failed',
    '=== SUITE SUMMARY ===',
    '',
    '✓ initialize: 1 passed, 0 failed',
    '✗ auth/dpop-nonce: 1 passed, 5 failed',
    '',
    'Total: 2 passed, 5 failed, 0 warnings',
  ].join('\n');
  expect(readSummary(output)).toEqual([
    { scenario: 'initialize', passed: 1, failed: 0 },
    { scenario: 'auth/dpop-nonce', passed: 1, failed: 5 },
  ]);
  expect(readSummary('it broke')).toEqual([]);
});
