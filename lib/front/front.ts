// The front: stands before Next in the same process and answers public GETs from kept bytes, at a thirtieth of what
// Next's own pipeline costs. Next draws each answer once a change; everything else is handed to it.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Logger } from '@/lib/log/logger';
import { type AnswerBytes, plainAnswer, weight } from './answer-bytes';
import { makeAnswer } from './make-answer';
import type { NewsCounter } from './news';
import { type Keeping, planOf } from './plan';
import { createAsker } from './question';
import { ALWAYS, documentPolicy, framing } from './security-headers';
import { sendAnswer, sendRefusal } from './send';
import { createShelf } from './shelf';

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

export function createFront({ news, isAddressKnown, isDevelopment, log }: FrontOptions) {
  return (server: Server, next: RequestListener): RequestListener => {
    const asker = createAsker(server);
    const maker = { ask: asker.ask, isDevelopment };
    const shelf = createShelf<AnswerBytes>({ limitBytes: LIMIT_BYTES, weigh: weight, now: () => performance.now() });

    function answer(keeping: Keeping): AnswerBytes | Promise<AnswerBytes> {
      return shelf.take({
        key: keeping.key,
        marks: () => news.marks(keeping.slug),
        isPassing: keeping.kind !== 'file',
        async make(before) {
          const made = await makeAnswer(maker, keeping, before);
          return { thing: made.answer, isKeepable: made.isKeepable && !isDevelopment };
        },
        onTrouble: (err) => log.error({ err, key: keeping.key }, 'an answer could not be made anew'),
      });
    }

    return (request, response) => {
      if (asker.isOwn(request)) return next(request, response);
      const { method = 'GET', url = '/', headers } = request;
      const plan = planOf({ method, url, headers }, isAddressKnown);
      if (plan.does === 'refuse') return sendRefusal(response, plan);
      if (plan.does === 'pass') return passOn(request, response);
      const found = answer(plan);
      if (!(found instanceof Promise)) return sendAnswer(request, response, found);
      found.then(
        (made) => sendAnswer(request, response, made),
        (err: unknown) => {
          log.error({ err, key: plan.key }, 'an answer could not be made');
          sendAnswer(request, response, plainAnswer(503, 'Rollcall did not answer itself in time.'));
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
