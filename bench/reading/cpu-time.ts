// CPU time a process has used: steady where the machine does other things besides, as requests a second are not.
import { readFileSync } from 'node:fs';

/** Clock ticks of 10 ms, on every Linux that Node runs on. */
const TICK_MS = 10;

/** User and system time of all its threads, in milliseconds. Linux alone tells it of other processes. */
export function cpuTimeMs(pid: number | undefined): number {
  // pid (comm) state …; comm may hold spaces, so fields are counted from the last parenthesis.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
