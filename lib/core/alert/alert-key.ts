// The key that ties together what is told of one thing, from its beginning to its end, over restarts. Pure.

import type { UnixMs } from '@/lib/core/time';
import { type Happening, isOutageHappening, type OutageHappening } from './happening';

/**
 * Printable ASCII without spaces, at most 255 characters (PagerDuty's limit). `now` counts for what has no identity of
 * its own: a digest and a test are told once.
 */
export function alertKey(happening: Happening, now: UnixMs): string {
  const parts = isOutageHappening(happening) ? outageParts(happening) : otherParts(happening, now);
  return parts.join(':');
}

/** A later outage of the same server has another start. */
function outageParts({ servers: [{ slug }, ...others], since }: OutageHappening): (string | number)[] {
  return ['outage', others.length === 0 ? slug : `${slug}+${others.length}`, since];
}

function otherParts(happening: Exclude<Happening, OutageHappening>, now: UnixMs): (string | number)[] {
  switch (happening.event) {
    case 'credential_rejected':
      return ['credential', happening.server.slug, happening.refused.rejectedSince];
    case 'token_expiring':
    case 'token_renewed':
      return ['token', happening.server.slug, happening.expiresAt];
    case 'certificate_expiring':
    case 'certificate_renewed':
      return ['certificate', happening.server.slug, happening.expiresAt];
    case 'drift_breaking':
    case 'drift_approved':
      return ['drift', happening.server.slug, happening.seenAt];
    case 'monitor_blind':
      return ['blind', happening.startAt];
    case 'monitor_late':
    case 'monitor_recovered':
      return ['late', happening.since];
    case 'network_lost':
    case 'network_back':
      return ['network', happening.since];
    case 'digest':
    case 'test':
      return [happening.event, now];
    default:
      return happening satisfies never;
  }
}
