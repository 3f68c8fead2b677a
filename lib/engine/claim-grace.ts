// How long a claim outlives the deadline of its check: time to clean up and to store.
import { SECOND_MS } from '@/lib/core/time';

export const CLAIM_GRACE_MS = 5 * SECOND_MS;
