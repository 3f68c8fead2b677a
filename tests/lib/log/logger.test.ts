import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { createLogger, redactInLogs } from '@/lib/log/logger';

const lines: string[] = [];
const log = createLogger('test', { write: (line) => void lines.push(line) });

afterEach(() => {
  lines.length = 0;
  redactInLogs([]);
});

test('the value of a variable is in no line, as text, in an error or within something else', () => {
  redactInLogs(['tok-123456', 'on']);
  log.info({ url: 'http://h/tok-123456' }, 'sent tok-123456 on');
  log.error({ err: new Error('no tok-123456') }, 'failed');
  expect(lines.join('')).not.toContain('tok-123456');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ url: 'http://h/[redacted]', msg: 'sent [redacted] on' });
});

test('nor is one with quotes, backslashes or line ends, which a line of JSON writes otherwise', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 6, maxLength: 40 }), (secret) => {
      lines.length = 0;
      redactInLogs([secret]);
      log.info({ given: `<${secret}>` });
      // The fields of the line itself may hold the same characters by chance.
      const { given } = JSON.parse(lines[0] ?? '');
      expect(given).toBe('<[redacted]>');
    }),
  );
});
