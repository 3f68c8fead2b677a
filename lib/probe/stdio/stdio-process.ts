// One life of a stdio server: heard line by line, asked in text, ended with everything it started. Knows nothing of
// JSON-RPC.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Redact } from '@/lib/probe/log/redact';
import { endGroup, type GroupGraces } from './process-group';
import { createLineReader } from './stdio-lines';
import { type StdioTarget, spawnStdio } from './stdio-spawn';
import { createStderrTail, drainStderr, type StderrTail } from './stdio-stderr';

const MEBIBYTE = 1024 * 1024;
const LIMITS = { lineBytes: 16 * MEBIBYTE, totalBytes: 32 * MEBIBYTE };
/**
 * What a process wrote before it exited may still be in the pipe. Its end is not waited for longer, because a helper
 * that inherited the pipe may hold it open for ever.
 */
const DRAIN_MS = 150;

export interface StdioListener {
  /** A ProbeFault that it throws ends the listening: see `onEnd`. */
  onLine(line: string): void;
  /** Nothing more will come. Called once, at once when it is so already. */
  onEnd(fault: ProbeFault): void;
}

export interface StdioProcess {
  readonly stderr: StderrTail;
  /** Lines that arrive while nobody listens are dropped. */
  listen(listener: StdioListener | null): void;
  /** Never waits: a process that does not read is found out by its missing answer. */
  write(text: string): void;
  /** Ends the whole process group; see `endGroup`. */
  end(graces: GroupGraces): Promise<void>;
}

/** @throws ProbeFault `command_not_found`, `command_failed` */
export async function startProcess(target: StdioTarget, redact: Redact): Promise<StdioProcess> {
  const stderr = createStderrTail();
  let listener: StdioListener | null = null;
  let ending: ProbeFault | null = null;
  let drain: NodeJS.Timeout | undefined;

  function finish(fault: ProbeFault): void {
    clearTimeout(drain);
    if (ending !== null) return;
    ending = fault;
    listener?.onEnd(fault);
  }

  function prepare(started: ChildProcessWithoutNullStreams): void {
    const finishWithExit = (): void => finish(exitFault(started, stderr.lastLine(redact)));
    const finishSoon = (): void => {
      // After a busy spell the timer comes before what has arrived meanwhile; one more turn lets that be read first.
      drain ??= setTimeout(() => setImmediate(finishWithExit), DRAIN_MS);
    };
    const lines = createLineReader((line) => listener?.onLine(line), LIMITS);
    started.stdout.on('data', (chunk: Buffer) => {
      if (ending !== null) return;
      try {
        lines.push(chunk);
      } catch (error) {
        // Its writes fail from now on, so that it does not fill our memory while it is being ended.
        started.stdout.destroy();
        finish(toFault(error));
      }
    });
    drainStderr(started.stderr, stderr);
    started.stdout.once('end', finishSoon);
    started.once('exit', finishSoon);
    started.once('close', finishWithExit);
    // A broken pipe shows as an exit or as silence; unheard, it would end Rollcall.
    for (const source of [started, started.stdin, started.stdout, started.stderr]) source.on('error', () => {});
  }

  const child = await spawnStdio(target, prepare);
  return {
    stderr,
    listen(next) {
      listener = next;
      if (ending !== null) next?.onEnd(ending);
    },
    write(text) {
      if (child.stdin.writable) child.stdin.write(text);
    },
    async end(graces) {
      listener = null;
      await endGroup(child, graces);
      clearTimeout(drain);
    },
  };
}

/** A fault of ours while reading must not end Rollcall, but it must not hide either. */
function toFault(error: unknown): ProbeFault {
  return error instanceof ProbeFault ? error : new ProbeFault('bad_answer', 'sends what cannot be read', String(error));
}

/** A clause to which "before it answered …" can be added. */
function exitFault({ exitCode, signalCode }: ChildProcessWithoutNullStreams, stderrLine: string | null): ProbeFault {
  const detail = stderrLine === null ? null : `stderr: ${stderrLine}`;
  if (signalCode !== null)
    return new ProbeFault('exited', `the process was ended by ${signalCode}`, detail, { signal: signalCode });
  if (exitCode !== null)
    return new ProbeFault('exited', `the process exited with code ${exitCode}`, detail, { exitCode });
  return new ProbeFault('stream_ended', 'the process closed its output', detail);
}
