// Reads an answer whose status is a refusal, as far as it is of use.

import { httpFault } from '@/lib/probe/fault/http-fault';
import type { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Transcript } from '@/lib/probe/log/transcript';
import { readSample } from './body';
import type { Answer } from './http-exchanger';

/** Error bodies are read no further; SDK 1.x put 64 MiB of one into its error message. */
const LIMIT_BYTES = 64 * 1024;

export interface Refusal {
  /** The start of the body. */
  text: string;
  fault: ProbeFault;
}

/** `answer` has a status other than 2xx. */
export async function readRefusal(answer: Answer, transcript: Transcript): Promise<Refusal> {
  const text = await readSample(answer, LIMIT_BYTES);
  if (text !== '') transcript.add('in', text);
  const { status, exchange } = answer;
  const { hadSession, retryAfter, rpcMethod } = exchange;
  return { text, fault: httpFault({ status, text, hasRetryAfter: retryAfter !== null, hadSession, rpcMethod }) };
}
