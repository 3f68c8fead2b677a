// Starts the process of a stdio server, and says in words why one would not start. Knows nothing of what it says.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Target } from '@/lib/core/endpoint';
import { errorCodeOf } from '@/lib/net/error-causes';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { endGroup, holdGroup } from './process-group';
import { stdioEnvironment } from './stdio-environment';

export type StdioTarget = Extract<Target, { kind: 'stdio' }>;

/**
 * No shell, a process group of its own, an environment of its own. `prepare` attaches the readers in the same turn, so
 * that no byte and no early end is missed.
 * @throws ProbeFault `command_not_found`, `command_failed`
 */
export async function spawnStdio(
  target: StdioTarget,
  prepare: (child: ChildProcessWithoutNullStreams) => void,
): Promise<ChildProcessWithoutNullStreams> {
  let child: ChildProcessWithoutNullStreams | null = null;
  try {
    child = spawn(target.command, target.args, {
      detached: true,
      env: asProcessEnvironment(stdioEnvironment(target.env, process.env)),
      ...(target.cwd === null ? {} : { cwd: target.cwd }),
    });
    prepare(child);
    await once(child, 'spawn');
  } catch (error) {
    if (child) await endGroup(child);
    throw await spawnFault(error, target);
  }
  holdGroup(child);
  return child;
}

/** Next declares NODE_ENV as always set in *every* environment; that of another program need not have it. */
function asProcessEnvironment(environment: Record<string, string>): NodeJS.ProcessEnv {
  return environment as NodeJS.ProcessEnv;
}

/** The file system gives ENOENT for a missing command, a missing interpreter and a missing working directory alike. */
async function spawnFault(error: unknown, { command, cwd }: StdioTarget): Promise<ProbeFault> {
  const facts = { names: [basename(command)] };
  const name = `command "${basename(command)}"`;
  const code = errorCodeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (cwd !== null && !(await isDirectory(cwd))) {
    return new ProbeFault('command_failed', 'the working directory does not exist', cwd);
  }
  if (code === 'ENOENT') {
    // Without a slash it was looked up in PATH, and only a found file can have an interpreter.
    const isThere = command.includes('/') && (await exists(command));
    if (!isThere) return new ProbeFault('command_not_found', `${name} was not found`, detail, facts);
    return new ProbeFault('command_failed', `${name} names an interpreter that was not found`, detail, facts);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new ProbeFault('command_failed', `${name} may not be executed`, detail, facts);
  }
  return new ProbeFault('command_failed', `${name} could not be started`, detail, facts);
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
