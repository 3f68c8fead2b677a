// The process's log: one JSON line an event, secrets redacted by key and by value.
import pino, { type Logger } from 'pino';

export type { Logger } from 'pino';

const SECRET_KEYS = ['authorization', 'cookie', 'token', 'secret', 'password', 'headers', 'env'];

/** Values that must never reach a line, whatever the key; filled from the configuration's expanded variables. */
let secretValues: string[] = [];

export function redactInLogs(values: Iterable<string>): void {
  // Short values ("1", "on") would blank out half of every line and hide nothing.
  const worthHiding = [...new Set(values)].filter((value) => value.length >= 6);
  // As a line of JSON writes them: a quote or a line end in a value looks different there. The longest first.
  secretValues = worthHiding.map((value) => JSON.stringify(value).slice(1, -1)).sort((a, b) => b.length - a.length);
}

export function createLogger(name: string, destination?: { write(line: string): void }): Logger {
  const options = {
    name,
    level: process.env.LOG_LEVEL ?? 'info',
    base: {},
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
  };
  const sink = destination ?? process.stdout;
  return pino(options, { write: (line: string) => sink.write(redact(line)) });
}

function redact(line: string): string {
  return secretValues.reduce((text, value) => text.replaceAll(value, '[redacted]'), line);
}
