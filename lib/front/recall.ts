// Remembers what was decided for a request, so that the thousandth that says the same costs a look-up. Knows neither
// answers nor Next.
import type { IncomingMessage } from 'node:http';
import type { Asked } from './plan';

/** What a decision may look at; it is handed nothing else, so none can depend on a header that is missing here. */
const DECIDING = ['host', 'x-forwarded-proto', 'accept', 'accept-encoding', 'if-none-match', 'rsc'] as const;
/** Of these it counts that they are there: what they say is a secret, or nobody's business. */
const PRESENCE = ['authorization', 'next-router-prefetch'] as const;
const PRESENT = 'given';

/** Whatever people make up: when it is full it begins anew, which costs each caller one decision. */
const MOST = 2_000;
const LONGEST_KEY = 1_000;

export function createRecall<Decision>(decide: (asked: Asked) => Decision): (request: IncomingMessage) => Decision {
  const known = new Map<string, Decision>();
  return (request) => {
    const key = keyOf(request);
    const found = known.get(key);
    if (found !== undefined) return found;
    const decision = decide(askedOf(request));
    if (known.size >= MOST) known.clear();
    if (key.length <= LONGEST_KEY) known.set(key, decision);
    return decision;
  };
}

/** No line break can stand in a header or an address, so no two requests share a key by chance. */
function keyOf({ method, url, headers }: IncomingMessage): string {
  let key = `${method} ${url}`;
  for (const name of DECIDING) {
    const value = headers[name];
    key += value === undefined ? '\n' : `\n=${value}`;
  }
  for (const name of PRESENCE) key += headers[name] === undefined ? '\n' : '\n=';
  return key;
}

function askedOf({ method = 'GET', url = '/', headers }: IncomingMessage): Asked {
  const counting: Record<string, string | string[] | undefined> = {};
  for (const name of DECIDING) counting[name] = headers[name];
  for (const name of PRESENCE) counting[name] = headers[name] === undefined ? undefined : PRESENT;
  return { method, url, headers: counting };
}
