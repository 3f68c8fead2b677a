// What one visit makes of an account, given what it says of the network: settled as usual, held back while that is in doubt,
// or not at all. Pure.
import { type Account, type SettledCheck, type Settlement, settleBlind, settleCheck } from '@/lib/core/history/ledger';
import type { Sighting } from '@/lib/engine/watch-network';

export function settleVisit(before: Account, check: SettledCheck, { is, unseenSince }: Sighting): Settlement {
  const { intervalMs } = check.policy;
  const unseen = unseenSince === null ? null : settleBlind(before, { since: unseenSince, now: check.at }, intervalMs);
  if (is === 'blind' && unseen) return unseen;
  // The run goes on and its time is held, but it cannot be confirmed.
  const policy = is === 'doubted' ? { ...check.policy, confirm: Number.POSITIVE_INFINITY } : check.policy;
  const settled = settleCheck(unseen?.account ?? before, { ...check, policy });
  return { ...settled, bookings: [...(unseen?.bookings ?? []), ...settled.bookings] };
}
