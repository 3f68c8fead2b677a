// What is said of servers in an outage: "is down", "are still degraded", "refused our credential". Pure.

import type { OutageStatus } from '@/lib/core/history/outage';
import { worstServer } from './alert-severity';
import type { OutageFacts } from './happening';

/** `failing`: several servers, each in a state of its own. */
export type TroubledState = OutageStatus | 'unstable' | 'failing';

export interface Manner {
  isMany: boolean;
  isPast?: boolean;
  adverb?: 'still' | 'now';
}

/** Follows the name of a server, or their number. */
export function stateWords(state: TroubledState, { isMany, isPast = false, adverb }: Manner): string {
  if (state === 'locked') {
    const verb = isPast ? 'refused' : isMany ? 'refuse' : 'refuses';
    return joined([adverb, verb, 'our', isMany ? 'credentials' : 'credential']);
  }
  const [present, past] = isMany ? ['are', 'were'] : ['is', 'was'];
  return joined([isPast ? past : present, adverb, state]);
}

export function stateOf({ servers, isUnstable }: OutageFacts): TroubledState {
  if (isUnstable) return 'unstable';
  const isMixed = new Set(servers.map(({ status }) => status)).size > 1;
  return isMixed ? 'failing' : worstServer(servers).status;
}

function joined(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(' ');
}
