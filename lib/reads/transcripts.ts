// The wire logs of one endpoint, for administrators. No public route may use this file (tests/app/routes/private.test.ts).
import { type Db, openDb } from '@/db/client';
import { selectTranscripts } from '@/db/queries/read-transcripts';
import type { TranscriptRow } from '@/db/schema/transcripts';
import type { Transcript } from '@/lib/core/transcript';

export interface Transcripts {
  /** The newest one kept; while a server is up it may be ten minutes older than the last check. */
  last: Transcript | null;
  /** The newest check that was `up`, to lay beside a failing one. */
  lastGood: Transcript | null;
  lastFailing: Transcript | null;
}

/** All null for an endpoint that is unknown or was never checked. */
export function readTranscripts(endpointId: number, db: Db = openDb()): Transcripts {
  const rows = selectTranscripts(db, endpointId);
  const [newest] = rows.toSorted((a, b) => b.at - a.at);
  const ofKind = (kind: TranscriptRow['kind']) => rows.find((row) => row.kind === kind);
  return {
    last: transcriptOrNull(newest),
    lastGood: transcriptOrNull(ofKind('lastGood')),
    lastFailing: transcriptOrNull(ofKind('lastFailing')),
  };
}

function transcriptOrNull(row: TranscriptRow | undefined): Transcript | null {
  return row ? transcript(row) : null;
}

function transcript({ at, verdict, failure, lines, stderrTail, challenge }: TranscriptRow): Transcript {
  return { at, verdict, failure, lines, stderrTail, challenge };
}
