// What the machine found, gathered from all it told: each server once, at its worst. Pure.
import { type MachineNote, type TroubleFacts, worseState } from '@/lib/core/incident/incident';

/** `notes`: oldest first. In the order in which the servers failed. */
export function causesOf(notes: readonly MachineNote[]): TroubleFacts[] {
  const causes = new Map<string, TroubleFacts>();
  for (const note of notes) {
    if (!('server' in note)) continue;
    const { server } = note;
    const known = causes.get(server.slug);
    // Of two equally bad troubles the later one was told because it was worse.
    if (!known || worseState(known.state, server.state) === server.state) causes.set(server.slug, server);
  }
  return [...causes.values()];
}
