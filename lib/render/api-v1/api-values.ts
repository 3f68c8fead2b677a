// How single values stand in the answers of /api.

import type { UnixMs } from '@/lib/core/time';
import { isoText } from '@/lib/core/words/format';

export function instant(at: UnixMs | null): string | null {
  return at === null ? null : isoText(at);
}

/** Sixteen digits would claim a precision that nobody measured; rounding up would hide a downtime. */
export function floored(ratio: number | null): number | null {
  return ratio === null ? null : Math.floor(ratio * 1e6) / 1e6;
}
