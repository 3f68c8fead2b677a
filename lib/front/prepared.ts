// An answer as one kind of caller gets it: status, head and body, put together once and sent many times. Knows no sockets.
import type { OutgoingHttpHeader } from 'node:http';
import { chooseCoding } from '@/lib/core/http/content-coding';
import { isKnownTag } from '@/lib/core/http/entity-tag';
import { type AnswerBytes, codings } from './answer-bytes';

/** What of a request decides how an answer goes out. */
export interface Wishes {
  /** The same for the same wishes. */
  key: string;
  isHead: boolean;
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
}

export interface Prepared {
  status: number;
  /** Names and values in turn, as Node writes them fastest. */
  head: OutgoingHttpHeader[];
  /** A short one as text of bytes (latin1): Node writes it in one piece with the head. Null: none is sent. */
  body: Buffer | string | null;
}

/** Above, copying costs more than a second piece. */
const SHORT_BYTES = 4_096;
/** Kinds of callers an answer is prepared for ahead; whoever comes up with more waits a few microseconds longer. */
const MOST_KINDS = 16;

/** Weakly, so that what the shelf drops is gone from here too. */
const ready = new WeakMap<AnswerBytes, Map<string, Prepared>>();

export function preparedFor(answer: AnswerBytes, wishes: Wishes): Prepared {
  const kinds = ready.get(answer);
  const found = kinds?.get(wishes.key);
  if (found) return found;
  const made = prepare(answer, wishes);
  // A better coding may be on its way.
  if (!answer.isSettled) return made;
  if (!kinds) ready.set(answer, new Map([[wishes.key, made]]));
  else if (kinds.size < MOST_KINDS) kinds.set(wishes.key, made);
  return made;
}

export function prepare(answer: AnswerBytes, { isHead, acceptEncoding, ifNoneMatch }: Wishes): Prepared {
  const { status, tag, headers, bodies } = answer;
  if (status === 200 && isKnownTag(ifNoneMatch, tag)) {
    return { status: 304, head: flat({ ...headers, etag: tag }), body: null };
  }
  const coding = chooseCoding(acceptEncoding, codings(answer));
  const bytes = bodies[coding] ?? bodies.identity;
  const ofCoding = coding === 'identity' ? {} : { 'content-encoding': coding };
  const head = flat({ ...headers, ...ofCoding, etag: tag, 'content-length': String(bytes.length) });
  if (isHead) return { status, head, body: null };
  return { status, head, body: bytes.length > SHORT_BYTES ? bytes : bytes.toString('latin1') };
}

function flat(headers: Readonly<Record<string, string | string[]>>): OutgoingHttpHeader[] {
  return Object.entries(headers).flat();
}
