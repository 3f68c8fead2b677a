// Writes what goes over HTTP into the transcript of the check.
import { errorCodeOf } from '@/lib/net/error-causes';
import type { Transcript } from '@/lib/probe/log/transcript';
import type { Outgoing } from '@/lib/probe/wire/outgoing';
import type { GuardedFetch } from './guarded-fetch';
import type { Answer } from './http-exchanger';

export type LoggedFetch = (outgoing: Outgoing) => Promise<Answer>;

/** Query strings are redacted by the transcript; bodies are cut there. */
export function createLoggedFetch(http: GuardedFetch, transcript: Transcript): LoggedFetch {
  return async ({ request }) => {
    const path = URL.parse(request.url)?.pathname ?? '';
    transcript.add('out', `${request.method} ${path} ${request.body ?? ''}`);
    try {
      const answer = await http.fetch(request);
      transcript.add('in', `HTTP ${answer.status} ${answer.headers['content-type'] ?? ''}`);
      return answer;
    } catch (error) {
      transcript.add('note', `no answer: ${errorCodeOf(error) ?? (error instanceof Error ? error.message : '')}`);
      throw error;
    }
  };
}
