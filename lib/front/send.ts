// Writes answers to the wire.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type Coding, chooseCoding } from '@/lib/core/http/content-coding';
import { isKnownTag } from '@/lib/core/http/entity-tag';
import { type AnswerBytes, codings } from './answer-bytes';
import type { Refusal } from './plan';
import { ALWAYS, INERT } from './security-headers';

export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: AnswerBytes): void {
  const { status, tag, headers, bodies } = answer;
  if (status === 200 && isKnownTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304, { ...headers, etag: tag }).end();
    return;
  }
  const coding = chooseCoding(request.headers['accept-encoding'], codings(answer));
  const body = bodies[coding] ?? bodies.identity;
  response.writeHead(status, headFor(answer, coding, body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Put together once an answer and coding: at ten thousand answers a second the garbage would cost more than the bytes. */
const heads = new WeakMap<AnswerBytes, Partial<Record<Coding, OutgoingHttpHeaders>>>();

function headFor(answer: AnswerBytes, coding: Coding, length: number): OutgoingHttpHeaders {
  const made = heads.get(answer) ?? {};
  heads.set(answer, made);
  const ofCoding = coding === 'identity' ? {} : { 'content-encoding': coding };
  made[coding] ??= { ...answer.headers, ...ofCoding, etag: answer.tag, 'content-length': length };
  return made[coding];
}

const REASONS: Record<Refusal['status'], string> = {
  400: 'This address is not well-formed.',
  405: 'This address can only be read.',
  414: 'This address is too long.',
  501: 'No such method is known here.',
};

export function sendRefusal(response: ServerResponse, { status, headers }: Refusal): void {
  const type = { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': INERT };
  // What may follow in the body was never read, so the connection cannot be used again.
  response.writeHead(status, { ...ALWAYS, ...type, ...headers, connection: 'close' }).end(`${REASONS[status]}\n`);
}
