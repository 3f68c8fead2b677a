// Writes down that something is worth telling. Always inside the transaction that wrote what came to pass: neither is ever
// seen without the other. Words nothing and tells nobody (tell-news.ts does).
import type { Db } from '@/db/client';
import { insertNews } from '@/db/queries/news';
import { alertKey } from '@/lib/core/alert/alert-key';
import type { Happening } from '@/lib/core/alert/happening';
import type { UnixMs } from '@/lib/core/time';

export interface Raised {
  /** Null when it is about Rollcall itself, or about several servers. */
  endpointId: number | null;
  at: UnixMs;
  /** Of what it goes on with; its own when left away. */
  key?: string;
}

export function raise(db: Db, happening: Happening, { endpointId, at, key }: Raised): void {
  const { event } = happening;
  insertNews(db, { key: key ?? alertKey(happening, at), event, endpointId, happening, raisedAt: at });
}
