// The stored transcripts of one endpoint.
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type TranscriptRow, transcripts } from '@/db/schema/transcripts';

/** At most one of a kind. */
export function selectTranscripts(db: Db, endpointId: number): TranscriptRow[] {
  return db.select().from(transcripts).where(eq(transcripts.endpointId, endpointId)).all();
}
