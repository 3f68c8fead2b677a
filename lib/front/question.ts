// Asks Next for one answer inside this process: a connection made of memory is given to the server Next listens on, so
// Next sees an ordinary request and nothing of its inside is touched.
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SECOND_MS } from '@/lib/core/time';

export interface Question {
  /** Path and query. */
  address: string;
  headers: Record<string, string>;
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Asker {
  /** Throws when there is no whole answer in time. */
  ask(question: Question): Promise<RawAnswer>;
  /** Whether a request came from here: it goes to Next as it is. */
  isOwn(request: IncomingMessage): boolean;
}

/** A page takes some milliseconds; the first one in development is compiled for some seconds. */
const PATIENCE_MS = 60 * SECOND_MS;

export function createAsker(server: Server): Asker {
  const own = new WeakSet<Duplex>();

  async function ask({ address, headers }: Question): Promise<RawAnswer> {
    const [here, there] = duplexPair();
    own.add(there);
    server.emit('connection', there);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      httpRequest({ path: address, headers, createConnection: () => here, signal }, resolve)
        .on('error', reject)
        .end();
    });
    return { status: response.statusCode ?? 500, headers: response.headers, body: await buffer(response) };
  }

  return { ask, isOwn: (request) => own.has(request.socket) };
}
