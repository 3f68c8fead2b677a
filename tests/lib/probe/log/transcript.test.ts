import { expect, test } from 'vitest';
import { createRedactor } from '@/lib/probe/log/redact';
import { createTranscript } from '@/lib/probe/log/transcript';

test('lines are redacted, cut and counted off', () => {
  let nowMs = 0;
  const transcript = createTranscript(() => nowMs++, createRedactor(['hidden-value']));
  transcript.add('out', 'POST /mcp\r\nhidden-value');
  transcript.add('in', 'x'.repeat(10_000_000));
  expect(transcript.lines()[0]).toEqual({ offsetMs: 0, direction: 'out', text: 'POST /mcp [redacted]' });
  expect(transcript.lines()[1]?.text).toHaveLength(500);
});

test('no server fills it', () => {
  const transcript = createTranscript(() => 7, createRedactor([]));
  for (let line = 0; line < 1_000; line++) transcript.add('in', 'notification');
  const lines = transcript.lines();
  expect(lines).toHaveLength(201);
  expect(lines.at(-1)).toEqual({ offsetMs: 7, direction: 'note', text: '800 more lines left out' });
});
