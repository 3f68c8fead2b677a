// The small sign of a state: every state has a form of its own, so that nothing depends on seeing colours.
import { Drawing } from '@/app/ui/drawing';
import { TONES } from '@/app/ui/tone';
import type { ShownStatus } from '@/lib/core/status/status';

const FORMS: Record<ShownStatus, string> = {
  up: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  degraded: 'M5 .4L10 9.6H0z',
  down: 'M1.5 0h7a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5v-7a1.5 1.5 0 0 1 1.5-1.5z',
  locked: 'M5 0l5 5-5 5-5-5z',
  maintenance: 'M2 3h6a2 2 0 0 1 0 4h-6a2 2 0 0 1 0-4z',
  unknown: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM5 1.6a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8z',
  paused: 'M1.4 .6h2.4v8.8h-2.4zM6.2 .6h2.4v8.8h-2.4z',
};
/** A ring of its own colour: it was up, and is being asked again. */
const ASKED = FORMS.unknown;

export function Dot({ status, isAsked = false }: { status: ShownStatus; isAsked?: boolean }) {
  const d = isAsked ? ASKED : FORMS[status];
  return (
    <Drawing viewBox="0 0 10 10" className={`size-2.5 shrink-0 ${TONES[status].fill}`} markup={`<path d="${d}"/>`} />
  );
}
