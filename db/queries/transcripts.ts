// The transcripts table: at most two rows an endpoint, overwritten by every check worth it.
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type TranscriptRow, transcripts } from '@/db/schema/transcripts';
import type { UnixMs } from '@/lib/core/time';
import type { TranscriptKind } from '@/lib/core/transcript';

/** When the checks began whose transcripts are stored. */
export function selectTranscriptTimes(db: Db, endpointId: number): Partial<Record<TranscriptKind, UnixMs>> {
  const rows = db
    .select({ kind: transcripts.kind, at: transcripts.at })
    .from(transcripts)
    .where(eq(transcripts.endpointId, endpointId))
    .all();
  return Object.fromEntries(rows.map(({ kind, at }) => [kind, at]));
}

export function writeTranscript(db: Db, row: TranscriptRow): void {
  const { endpointId, kind, ...content } = row;
  db.insert(transcripts)
    .values(row)
    .onConflictDoUpdate({ target: [transcripts.endpointId, transcripts.kind], set: content })
    .run();
}
