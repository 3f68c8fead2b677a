import { expect, test } from 'vitest';
import { endedOtherwise } from '@/lib/core/alert/alert-ending';
import { alertOf, resolved } from '@/tests/fixtures/alerts';

test.each([
  ['locked', 'warehouse answers again, but refuses our credential'],
  ['unwatched', 'warehouse is not watched any more'],
] as const)('an outage that ended %s is not called up again', (ending, firstLine) => {
  const alert = alertOf(resolved);
  const ended = endedOtherwise(alert, ending);
  expect(ended.firstLine).toBe(firstLine);
  expect(ended.sentences.slice(1)).toEqual(alert.sentences);
  expect({ ...ended, firstLine: '', sentences: [] }).toEqual({ ...alert, firstLine: '', sentences: [] });
});
