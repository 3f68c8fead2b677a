// Asks for JSON in the course of an OAuth grant: filtered and bounded as every request of a check, and never quoted in the
// log, since the answer may be a token.
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { readStart } from '@/lib/probe/fetch/body';
import type { GuardedFetch } from '@/lib/probe/fetch/guarded-fetch';
import type { GuardedRequest } from '@/lib/probe/fetch/http-exchanger';
import type { Transcript } from '@/lib/probe/log/transcript';
import { BODY_JSON, parseJson } from '@/lib/probe/wire/parse-json';
import { type Subject, unansweredFault } from './token-fault';

/** Metadata of real authorization servers has a few KiB, a token two. */
const LIMIT_BYTES = 64 * 1024;

export interface JsonAnswer {
  status: number;
  /** Undefined when the body is no JSON. */
  value: unknown;
}

/** @throws ProbeFault `unauthorized` that says why there is no answer from `subject` */
export type AskForJson = (subject: Subject, asked: Omit<GuardedRequest, 'signal'>) => Promise<JsonAnswer>;

export function createJsonLine(http: GuardedFetch, transcript: Transcript, signal: AbortSignal): AskForJson {
  return async (subject, asked) => {
    transcript.add('out', `${asked.method} ${URL.parse(asked.url)?.pathname ?? ''} for a token`);
    try {
      const answer = await http.fetch({ ...asked, signal });
      transcript.add('in', `HTTP ${answer.status} ${answer.headers['content-type'] ?? ''}`);
      const text = await readStart(answer.body, LIMIT_BYTES + 1);
      if (answer.exchange.bytes > LIMIT_BYTES) throw new ProbeFault('too_large', 'answers with more than 64 KiB');
      return { status: answer.status, value: parsed(text) };
    } catch (error) {
      const fault = unansweredFault(subject, error, { signal, exchanges: http.exchanges });
      transcript.add('note', fault.message);
      throw fault;
    }
  };
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, BODY_JSON);
  } catch (error) {
    if (error instanceof ProbeFault && error.code === 'bad_json') return undefined;
    throw error;
  }
}
