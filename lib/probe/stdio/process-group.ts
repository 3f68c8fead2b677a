// Ends a child process together with everything it started in its process group. Knows nothing of MCP.
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long each step may take before the next, harder one: closed stdin, SIGTERM, SIGKILL. Together under 2 s. */
export interface GroupGraces {
  eofMs: number;
  termMs: number;
  killMs: number;
}

export const GROUP_GRACES: GroupGraces = { eofMs: 700, termMs: 700, killMs: 400 };

/** The same steps in proportion, when there is less time for them. */
export function gracesWithin(limitMs: number, full: GroupGraces): GroupGraces {
  const share = Math.min(1, Math.max(0, limitMs) / (full.eofMs + full.termMs + full.killMs));
  return { eofMs: full.eofMs * share, termMs: full.termMs * share, killMs: full.killMs * share };
}

const FIRST_LOOK_MS = 5;
const LONGEST_LOOK_MS = 80;

/** Groups of this thread that have not been ended yet, by the id of their leader. */
const openGroups = new Set<number>();
let isExitWatched = false;

/**
 * Remembers a child that was spawned with `detached: true`, so that it dies with this thread at the latest.
 * A worker ended by `terminate()`, or by the main thread's `process.exit()`, runs no exit listeners: stop it by a
 * message, or call `killAllGroups` in it first.
 */
export function holdGroup(leader: ChildProcess): void {
  if (leader.pid === undefined) return;
  openGroups.add(leader.pid);
  if (isExitWatched) return;
  isExitWatched = true;
  process.once('exit', killAllGroups);
}

/**
 * Closes stdin, then sends SIGTERM, then SIGKILL to the whole group, and resolves as soon as the leader has exited and
 * nothing of its group runs any more; after the last grace at the latest. Never rejects.
 */
export async function endGroup(leader: ChildProcess, graces: GroupGraces = GROUP_GRACES): Promise<void> {
  const { pid } = leader;
  if (pid === undefined) return destroyPipes(leader);
  leader.stdin?.end();
  let isOver = await isOverWithin(leader, pid, graces.eofMs);
  if (!isOver) {
    signalGroup(pid, 'SIGTERM');
    isOver = await isOverWithin(leader, pid, graces.termMs);
  }
  if (!isOver) {
    signalGroup(pid, 'SIGKILL');
    await isOverWithin(leader, pid, graces.killMs);
  }
  openGroups.delete(pid);
  destroyPipes(leader);
}

/** Sends SIGKILL to every group of this thread that is still open, without waiting: for the last moments of a thread. */
export function killAllGroups(): void {
  for (const pid of openGroups) signalGroup(pid, 'SIGKILL');
  openGroups.clear();
}

/** Groups of this thread still open; for tests and for a last log line. */
export function openGroupCount(): number {
  return openGroups.size;
}

/** Whether a member of the group still runs. Members that are dead but not yet reaped by init do not count. */
export function isGroupAlive(groupId: number): boolean {
  try {
    process.kill(-groupId, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return process.platform !== 'linux' || hasRunningMember(groupId);
}

async function isOverWithin(leader: ChildProcess, pid: number, graceMs: number): Promise<boolean> {
  let leftMs = graceMs;
  for (let lookMs = FIRST_LOOK_MS; ; lookMs = Math.min(lookMs * 2, LONGEST_LOOK_MS)) {
    const hasExited = leader.exitCode !== null || leader.signalCode !== null;
    if (hasExited && !isGroupAlive(pid)) return true;
    if (leftMs <= 0) return false;
    const pauseMs = Math.min(lookMs, leftMs);
    await sleep(pauseMs);
    leftMs -= pauseMs;
  }
}

function signalGroup(groupId: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-groupId, signal);
  } catch {
    // ESRCH: the last member has gone since we looked, which is what the signal was for.
  }
}

/**
 * `kill(-id, 0)` also succeeds for a group of zombies, and an init that reaps late (or, in a container, never)
 * would make every such group look alive. So the kernel's table decides (proc_pid_stat(5): state, parent, group).
 */
function hasRunningMember(groupId: number): boolean {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [state, , group] = statFields(name);
    if (group === String(groupId) && state !== 'Z' && state !== 'X') return true;
  }
  return false;
}

/** The fields after the command, whose own name may hold spaces and brackets. */
function statFields(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return []; // It ended between the listing and the reading.
  }
}

/** Streams that nobody reads any more would keep their descriptors, and with them the event loop, open. */
function destroyPipes(leader: ChildProcess): void {
  leader.stdin?.destroy();
  leader.stdout?.destroy();
  leader.stderr?.destroy();
}
