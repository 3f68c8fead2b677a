// Keeps the wire log of a check where administrators can read it. Always inside the caller's transaction.
import type { Db } from '@/db/client';
import { selectTranscriptTimes, writeTranscript } from '@/db/queries/transcripts';
import { boundLines, isWorthWriting, tailOf } from '@/lib/core/transcript';
import type { JudgedVisit } from '@/lib/engine/check/check-columns';

/** One row at most. */
export function storeTranscript(db: Db, { endpointId, at, outcome, judgement }: JudgedVisit): void {
  const { verdict, failure } = judgement;
  if (!isWorthWriting({ at, verdict }, selectTranscriptTimes(db, endpointId))) return;
  writeTranscript(db, {
    endpointId,
    kind: verdict === 'up' ? 'lastGood' : 'lastFailing',
    at,
    verdict,
    failure,
    lines: boundLines(outcome.transcript),
    stderrTail: outcome.stderrTail === null ? null : tailOf(outcome.stderrTail),
    challenge: outcome.challenge,
  });
}
