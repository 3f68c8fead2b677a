// The sign before a server's name: form, glyph and colour say the same. It is silent; the word beside it speaks.
import { Drawing } from '@/app/ui/drawing';
import { TONES } from '@/app/ui/tone';
import type { ShownStatus } from '@/lib/core/status/status';

const ON_SOLID = 'class="fill-none stroke-paper" stroke-width="1.8" stroke-linecap="round"';
const ON_PAPER = 'class="fill-none stroke-current" stroke-width="1.8" stroke-linecap="round"';
const RING = '<path d="M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1z" class="fill-paper stroke-current" stroke-width="2"/>';

const SIGNS: Record<ShownStatus, string> = {
  up: `<circle cx="8" cy="8" r="8"/><path d="M4.5 8.2l2.4 2.4 4.6-5" ${ON_SOLID}/>`,
  degraded: `<path d="M8 .8L15.8 15H.2z" stroke-linejoin="round"/><path d="M8 6v4.2M8 12.4v.2" ${ON_SOLID}/>`,
  down: `<rect width="16" height="16" rx="2.5"/><path d="M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4" ${ON_SOLID}/>`,
  locked: `<path d="M4.6 7V5a3.4 3.4 0 0 1 6.8 0v2" ${ON_PAPER}/><rect x="2.4" y="7" width="11.2" height="8.4" rx="1.6"/><path d="M8 10v2.4" ${ON_SOLID}/>`,
  maintenance: `${RING}<path d="M8 4v4l2.6 2" ${ON_PAPER}/>`,
  unknown: `${RING}<path d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8q-.8.4-.8 1.2M8 11.6v.1" ${ON_PAPER}/>`,
  paused: `${RING}<path d="M6.3 5.6v4.8M9.7 5.6v4.8" ${ON_PAPER}/>`,
};

/** Within `data-old` it has no colour: nobody has looked at that state lately. */
export function Mark({ status, className = 'size-4' }: { status: ShownStatus; className?: string }) {
  const tone = TONES[status];
  const fill = status === 'degraded' ? tone.fill : 'fill-current';
  return (
    <Drawing
      viewBox="0 0 16 16"
      className={`${className} shrink-0 in-data-old:grayscale ${tone.text} ${fill}`}
      markup={SIGNS[status]}
    />
  );
}
