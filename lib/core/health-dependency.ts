// Gathers dependencies by name, cleaned and cut for showing. Pure; knows no shapes of bodies.
import type { StateReading } from '@/lib/core/health-state';
import { isWorse } from '@/lib/core/health-state';
import type { Dependency, DependencyState } from '@/lib/core/outcome';

/** Characters of a dependency's name, and of its error text. */
const MAX_NAME_LENGTH = 80;
export const MAX_MESSAGE_LENGTH = 200;

/** A name that comes twice (Terminus repeats `error` in `details`) keeps its worst state, which is returned. */
export function addDependency(found: Map<string, Dependency>, name: string, reading: StateReading): DependencyState {
  const shown = cleanLine(name, MAX_NAME_LENGTH) || 'unnamed';
  const known = found.get(shown);
  if (known && !isWorse(reading.state, known.state)) return known.state;
  const message = reading.state === 'ok' ? null : cleanLine(reading.message ?? '', MAX_MESSAGE_LENGTH) || null;
  found.set(shown, { name: shown, state: reading.state, message });
  return reading.state;
}

/** One line of at most `limit` characters, without controls, zero-width and direction-changing marks. */
export function cleanLine(text: string, limit: number): string {
  // Cut before as well as after, so that a text of a megabyte costs nothing.
  const visible = text
    .slice(0, limit * 8)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  const line = visible.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  // Half a surrogate pair would be no text any more.
  return `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
