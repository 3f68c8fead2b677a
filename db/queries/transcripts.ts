// The transcripts table: at most two rows an endpoint, overwritten by every check worth it.
import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { type TranscriptRow, transcripts } from '@/db/schema/transcripts';
import type { UnixMs } from '@/lib/core/time';
import type { TranscriptKind } from '@/lib/core/transcript';

const times = prepared((db) =>
  db
    .select({ kind: transcripts.kind, at: transcripts.at })
    .from(transcripts)
    .where(eq(transcripts.endpointId, sql.placeholder('endpointId')))
    .prepare(),
);

/** When the checks began whose transcripts are stored. */
export function selectTranscriptTimes(db: Db, endpointId: number): Partial<Record<TranscriptKind, UnixMs>> {
  const rows = times(db).all({ endpointId });
  return Object.fromEntries(rows.map(({ kind, at }) => [kind, at]));
}

export function writeTranscript(db: Db, row: TranscriptRow): void {
  const { endpointId, kind, ...content } = row;
  db.insert(transcripts)
    .values(row)
    .onConflictDoUpdate({ target: [transcripts.endpointId, transcripts.kind], set: content })
    .run();
}
