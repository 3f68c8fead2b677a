// The looks of a state: one table, so that no component decides on its own what "down" looks like. Tailwind reads
// class names from the text of this file, so each is written out.

import type { ShownStatus } from '@/lib/core/status/status';
import type { StageState } from '@/lib/core/view';

export interface Tone {
  text: string;
  /** For marks and dots. */
  fill: string;
  wash: string;
}

const QUIET: Tone = { text: 'text-soft', fill: 'fill-gap', wash: 'bg-sunk' };

export const TONES: Record<ShownStatus, Tone> = {
  up: { text: 'text-up', fill: 'fill-up', wash: 'bg-sunk' },
  degraded: { text: 'text-degraded', fill: 'fill-degraded-fill', wash: 'bg-degraded-wash' },
  down: { text: 'text-down', fill: 'fill-down', wash: 'bg-down-wash' },
  locked: { text: 'text-locked', fill: 'fill-locked', wash: 'bg-locked-wash' },
  maintenance: { text: 'text-maintenance', fill: 'fill-maintenance', wash: 'bg-maintenance-wash' },
  unknown: QUIET,
  paused: QUIET,
};

/** A stage borrows the look of the status it causes. */
export function statusOfStage(state: StageState, server: ShownStatus): ShownStatus {
  switch (state) {
    case 'ok':
      return 'up';
    case 'warned':
      return 'degraded';
    case 'failed':
      return server === 'locked' ? 'locked' : 'down';
    case 'skipped':
    case 'absent':
      return 'unknown';
    default:
      return state satisfies never;
  }
}
