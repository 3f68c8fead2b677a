// The front: stands before Next in the same process and answers public GETs from kept bytes, at a thirtieth of what
// Next's own pipeline costs. Next draws each answer once a change; everything else is handed to it.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Logger } from '@/lib/log/logger';
import { originForm } from './address';
import { type AnswerBytes, plainAnswer, weight } from './answer-bytes';
import { makeAnswer } from './make-answer';
import type { NewsCounter } from './news';
import { type Asked, bodyRefusal, type Keeping, type Passing, planOf, type Refusal } from './plan';
import { prepare, preparedFor, type Wishes } from './prepared';
import { createAsker } from './question';
import { createRecall } from './recall';
import { ALWAYS, documentPolicy, framing } from './security-headers';
import { send, sendRefusal } from './send';
import { createShelf, type Order } from './shelf';

export interface FrontOptions {
  news: NewsCounter;
  /** Whether a public address is configured: then no answer depends on the caller's Host. */
  isAddressKnown: boolean;
  /** Then nothing is kept: a saved file shows at the next look. */
  isDevelopment: boolean;
  log: Logger;
}

/** Whatever parameters people make up, kept answers take no more than this. */
const LIMIT_BYTES = 64 * 1024 * 1024;

/** The same objects for every request that says the same. */
interface Answering {
  does: 'answer';
  order: Order<AnswerBytes>;
  wishes: Wishes;
}

export function createFront({ news, isAddressKnown, isDevelopment, log }: FrontOptions) {
  return (server: Server, next: RequestListener): RequestListener => {
    // Next ends the connection of whoever wishes for another protocol, as Java's client does on each first request
    // (h2c). Without a listener Node passes over the wish. In development Next's own page needs its socket.
    if (!isDevelopment) server.removeAllListeners('upgrade');
    const asker = createAsker(server);
    const maker = { ask: asker.ask, isDevelopment };
    const shelf = createShelf<AnswerBytes>({ limitBytes: LIMIT_BYTES, weigh: weight, now: () => performance.now() });

    function orderFor(keeping: Keeping): Order<AnswerBytes> {
      return {
        key: keeping.key,
        marks: () => news.marks(keeping.slug),
        isPassing: keeping.kind !== 'file',
        async make(before) {
          const made = await makeAnswer(maker, keeping, before);
          return { thing: made.answer, isKeepable: made.isKeepable && !isDevelopment };
        },
        onTrouble: (err) => log.error({ err, key: keeping.key }, 'an answer could not be made anew'),
      };
    }

    const recall = createRecall((asked): Refusal | Passing | Answering => {
      const plan = planOf(asked, isAddressKnown);
      if (plan.does !== 'keep') return plan;
      return { does: 'answer', order: orderFor(plan), wishes: wishesOf(asked) };
    });

    return (request, response) => {
      if (asker.isOwn(request)) return next(request, response);
      request.url = originForm(request.url ?? '/');
      const tooLong = bodyRefusal(request.headers);
      if (tooLong) return sendRefusal(response, tooLong);
      const decision = recall(request);
      if (decision.does === 'refuse') return sendRefusal(response, decision);
      if (decision.does === 'pass') return passOn(request, response);
      const { order, wishes } = decision;
      const found = shelf.take(order);
      if (!(found instanceof Promise)) return send(response, preparedFor(found, wishes));
      found.then(
        (made) => send(response, preparedFor(made, wishes)),
        (err: unknown) => {
          log.error({ err, key: order.key }, 'an answer could not be made');
          send(response, prepare(plainAnswer(503, 'Rollcall did not answer itself in time.'), wishes));
        },
      );
    };

    /** To Next as it is, with a nonce that Next puts on its own scripts, and with our headers where it sets none. */
    function passOn(request: IncomingMessage, response: ServerResponse): void {
      const address = request.url ?? '/';
      const scripts = [`'nonce-${randomBytes(16).toString('base64')}'`];
      const policy = documentPolicy({ address, scripts, isDevelopment });
      request.headers['content-security-policy'] = policy;
      fillIn(response, { ...ALWAYS, ...framing(address), 'content-security-policy': policy });
      next(request, response);
    }
  };
}

/** Right before the head goes out, because Next adds its headers to those it finds instead of replacing them. */
function fillIn(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  const { writeHead } = response;
  Object.defineProperty(response, 'writeHead', {
    configurable: true,
    writable: true,
    value: (...args: unknown[]) => {
      for (const [name, value] of Object.entries(headers)) {
        if (!response.hasHeader(name)) response.setHeader(name, value);
      }
      return Reflect.apply(writeHead, response, args);
    },
  });
}

function wishesOf({ method, headers }: Asked): Wishes {
  const text = (name: string) => [headers[name]].flat()[0];
  const wanted = {
    isHead: method === 'HEAD',
    acceptEncoding: text('accept-encoding'),
    ifNoneMatch: text('if-none-match'),
  };
  return { ...wanted, key: JSON.stringify(wanted) };
}
