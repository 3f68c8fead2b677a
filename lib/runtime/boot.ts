// Starts Rollcall in the main thread: environment, migrations, the front, the loop's worker, signals. A failure here ends the
// process, because Next would otherwise go on and answer every request with 500.
import { closeDb, migrateDb, openDb } from '@/db/client';
import { prepareFirstAdministrator } from '@/lib/auth/join';
import { openDoor } from '@/lib/auth/panel-auth';
import { type Environment, readEnvironment } from '@/lib/config/environment/env';
import { readSecret } from '@/lib/config/environment/secret';
import { createLogger, type Logger } from '@/lib/log/logger';
import { once } from '@/lib/once/once';
import { openFront } from '@/lib/runtime/open-front';
import { stopOnSignals } from '@/lib/runtime/shutdown';
import { superviseLoop } from '@/lib/runtime/supervise-loop';

/** Safe to call again: the second call in a process does nothing. */
export function boot(): void {
  once('boot', () => {
    const log = createLogger('rollcall');
    try {
      start(log);
    } catch (error) {
      log.fatal({ err: error }, 'Rollcall cannot start');
      process.exit(1);
    }
    return true;
  });
}

function start(log: Logger): void {
  const result = readEnvironment(process.env);
  if (!result.ok) {
    for (const { variable, message, remedy } of result.problems) log.fatal({ variable }, `${message}. ${remedy}`);
    process.exit(1);
  }
  for (const { variable, message, remedy } of result.warnings) log.warn({ variable }, `${message}. ${remedy}`);
  const { environment } = result;
  // Read back in this thread and in the worker, where the standalone server has changed its folder.
  process.env.ROLLCALL_DATA = environment.dataPath;
  delete process.env.ROLLCALL_DATA_FILE;
  process.env.ROLLCALL_SECRET = readSecret(environment);
  delete process.env.ROLLCALL_SECRET_FILE;
  migrateDb(openDb());
  process.once('exit', closeDb);
  const loop = superviseLoop(log, openFront(openDb(), environment));
  stopOnSignals(loop, log);
  openPanel(environment, log).catch((error) => log.error({ err: error }, 'the panel has no first administrator'));
  const address = `http://localhost:${environment.port}`;
  log.info({ config: environment.configPath, data: environment.dataPath }, `Rollcall is on ${address}`);
}

/** While nobody can sign in: makes the configured administrator, or tells in the log how to become it. */
async function openPanel(environment: Environment, log: Logger): Promise<void> {
  const { adminEmail: email, adminPassword: password, publicUrl, port } = environment;
  const door = openDoor(false);
  const token = await prepareFirstAdministrator(door, email !== null && password !== null ? { email, password } : null);
  if (token === null) return;
  const address = `${publicUrl ?? `http://localhost:${port}`}/admin/join?token=${token}`;
  log.info(`The panel has no administrator yet. Whoever opens this link within a day becomes it: ${address}`);
}
