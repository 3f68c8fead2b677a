// Keeps the wire log of a check where administrators can read it. Always inside the caller's transaction.
import type { Db } from '@/db/client';
import { selectTranscriptTimes, writeTranscript } from '@/db/queries/transcripts';
import type { Outcome } from '@/lib/core/outcome';
import type { UnixMs } from '@/lib/core/time';
import { boundLines, isWorthWriting, tailOf } from '@/lib/core/transcript';
import type { Judgement } from '@/lib/core/verdict';

export interface Heard {
  endpointId: number;
  at: UnixMs;
  outcome: Outcome;
  judgement: Judgement;
}

/** One row at most. */
export function storeTranscript(db: Db, { endpointId, at, outcome, judgement }: Heard): void {
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
