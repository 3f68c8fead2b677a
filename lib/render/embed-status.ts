// What the widget on other sites is told: as little as it shows, in the words of the badge. Pure.
import type { ShownStatus } from '@/lib/core/status/status';
import type { BadgeWords } from '@/lib/render/badge/badge-words';

export interface EmbedStatus {
  title: string;
  /** `unknown` also when what was heard last is too old to be believed. */
  status: ShownStatus;
  /** "down", "9 of 11 up", "stale 12 min". */
  message: string;
  /** Where it stands in full. */
  url: string;
}

export function embedStatus({ label, message, tone }: BadgeWords, url: string): EmbedStatus {
  return { title: label, status: tone, message, url };
}
