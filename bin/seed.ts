// `npm run seed`: fills a data folder of its own with ninety believable days of made-up servers (bin/demo).
import { parseArgs } from 'node:util';
import { MINUTE_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';
import { DEMO_FOLDER, DEMO_PORT } from './demo/defaults.mjs';
import { configure, readMarker, seedFolder } from './demo/seed-folder';

const USAGE = `npm run seed -- [options]
  --data DIR   folder of the database, with config/ in it (default ${DEMO_FOLDER})
  --days N     days of history, 10 to 365 (default 90)
  --now TIME   end of the history, such as 2026-11-22T13:03Z (default: when the replay is over)
  --port N     port of the demo servers that the configuration names (default ${DEMO_PORT})
  --keep       leave a seeded database as it is, write its configuration anew
  --force      replace a database that this command did not make`;

/** The replay takes about this long; its history ends then, so that Rollcall goes on without a gap. */
const REPLAY_MS = 30 * SECOND_MS;

function run(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: DEMO_FOLDER },
      days: { type: 'string', default: '90' },
      now: { type: 'string' },
      port: { type: 'string', default: String(DEMO_PORT) },
      keep: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(USAGE);
    return;
  }
  const { data: folder } = values;
  const port = wholeNumber('--port', values.port, { least: 1, most: 65_535 });
  const kept = values.keep ? readMarker(folder) : null;
  if (kept) {
    configure(folder, { port, now: kept.now });
    say(`${folder} is seeded already; its history goes on.`);
    return;
  }
  seed({
    folder,
    port,
    days: wholeNumber('--days', values.days, { least: 10, most: 365 }),
    now: values.now === undefined ? nextMinute(Date.now() + REPLAY_MS) : nextMinute(instant(values.now)),
    isForced: values.force,
  });
}

function seed(options: Parameters<typeof seedFolder>[0]): void {
  const { folder, days } = options;
  say(`Replaying ${days} days into ${folder}; this takes half a minute.`);
  const beganMs = performance.now();
  const seeded = seedFolder(options);
  if (!seeded.ok) fail(seeded.message);
  const seconds = ((performance.now() - beganMs) / 1_000).toFixed(0);
  say(`${seeded.servers} servers, ${seeded.calls} calls, ${seconds} s. See them live: npm run demo`);
}

function nextMinute(at: UnixMs): UnixMs {
  return Math.ceil(at / MINUTE_MS) * MINUTE_MS;
}

function instant(text: string): UnixMs {
  const at = Date.parse(text);
  if (Number.isNaN(at)) fail(`--now ${text} is no time; write 2026-11-22T13:03Z.`);
  return at;
}

function wholeNumber(option: string, text: string, { least, most }: { least: number; most: number }): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    fail(`${option} ${text} must be a whole number from ${least} to ${most}.`);
  }
  return number;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

try {
  run();
} catch (error) {
  // parseArgs explains an unknown option in its message.
  if (error instanceof TypeError && 'code' in error) fail(`${error.message}\n\n${USAGE}`);
  throw error;
}
