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

export function sendRefusal(response: ServerResponse, { status, headers, isForMachines }: Refusal): void {
  // What may follow in the body was never read, so the connection cannot be used again. One that is too long is read and
  // dropped by Node: closed at once, the sender would see a broken connection and no answer.
  const end = status === 413 ? {} : { connection: 'close' };
  const said = isForMachines ? FOR_MACHINES : FOR_PEOPLE;
  const head = { ...ALWAYS, ...said.headers, 'content-security-policy': INERT, 'cache-control': 'no-store' };
  response.writeHead(status, { ...head, ...headers, ...end }).end(said.body(REASONS[status]));
}

const FOR_PEOPLE = {
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: (reason: string) => `${reason}\n`,
};

/** As app/answer.ts words errors; the only one that a reading is refused with here. */
const FOR_MACHINES = {
  headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
  body: (message: string) => JSON.stringify({ error: { code: 'method_not_allowed', message } }),
};
