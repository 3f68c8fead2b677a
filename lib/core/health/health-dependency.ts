// Gathers dependencies by name, cleaned and cut for showing. Pure; knows no shapes of bodies.

import type { Dependency, DependencyState } from '@/lib/core/outcome';
import { safeText } from '@/lib/core/words/safe-text';
import { isWorse, type StateReading } from './health-state';

/** Characters of a dependency's name, and of its error text. */
const MAX_NAME_LENGTH = 80;
export const MAX_MESSAGE_LENGTH = 200;

/** A name that comes twice (Terminus repeats `error` in `details`) keeps its worst state, which is returned. */
export function addDependency(found: Map<string, Dependency>, name: string, reading: StateReading): DependencyState {
  const shown = safeText(name, MAX_NAME_LENGTH) || 'unnamed';
  const known = found.get(shown);
  if (known && !isWorse(reading.state, known.state)) return known.state;
  const message = reading.state === 'ok' ? null : safeText(reading.message ?? '', MAX_MESSAGE_LENGTH) || null;
  found.set(shown, { name: shown, state: reading.state, message });
  return reading.state;
}
