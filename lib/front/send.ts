// Writes answers to the wire.
import type { ServerResponse } from 'node:http';
import type { Refusal } from './plan';
import type { Prepared } from './prepared';
import { ALWAYS, INERT } from './security-headers';

export function send(response: ServerResponse, { status, head, body }: Prepared): void {
  response.writeHead(status, head);
  if (body === null) response.end();
  else response.end(body, 'latin1');
}

const REASONS: Record<Refusal['status'], string> = {
  400: 'This address is not well-formed.',
  405: 'This address can only be read.',
  413: 'A body may have 1 MB at most. Nothing was changed.',
  414: 'This address is too long.',
  501: 'No such method is known here.',
};

export function sendRefusal(response: ServerResponse, { status, headers }: Refusal): void {
  const type = { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': INERT };
  // What may follow in the body was never read, so the connection cannot be used again. One that is too long is read and
  // dropped by Node: closed at once, the sender would see a broken connection and no answer.
  const end = status === 413 ? {} : { connection: 'close' };
  response.writeHead(status, { ...ALWAYS, ...type, ...headers, ...end }).end(`${REASONS[status]}\n`);
}
