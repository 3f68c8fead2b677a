// Between an account (lib/core/history/ledger.ts) and its row.
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import type { Account } from '@/lib/core/history/ledger';

type AccountColumns = Pick<
  EndpointStateRow,
  'status' | 'since' | 'pending' | 'held' | 'bookedUntil' | 'restUntil' | 'idleSince' | 'idleAs'
>;

export function toAccount(row: AccountColumns): Account {
  return {
    status: row.status,
    since: row.since,
    pending: row.pending,
    held: row.held,
    bookedUntil: row.bookedUntil,
    restUntil: row.restUntil,
    idle: row.idleSince !== null && row.idleAs !== null ? { since: row.idleSince, as: row.idleAs } : null,
  };
}

export function fromAccount(account: Account): AccountColumns {
  return {
    status: account.status,
    since: account.since,
    pending: account.pending,
    held: account.held,
    bookedUntil: account.bookedUntil,
    restUntil: account.restUntil,
    idleSince: account.idle?.since ?? null,
    idleAs: account.idle?.as ?? null,
  };
}
