// Remembers what was decided for a request, so that the thousandth that says the same costs a look-up. Knows neither
// answers nor Next.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
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
  for (const name of PRESENCE) key += isGiven(headers, name) ? '\n=' : '\n';
  return key;
}

function askedOf({ method = 'GET', url = '/', headers }: IncomingMessage): Asked {
  const counting: Record<string, string | string[] | undefined> = {};
  for (const name of DECIDING) counting[name] = headers[name];
  for (const name of PRESENCE) counting[name] = isGiven(headers, name) ? PRESENT : undefined;
  return { method, url, headers: counting };
}

/**
 * An API key comes as a bearer token. What a proxy asked its visitors for (Basic) and hands on is none of ours: behind
 * such a proxy nobody would get a kept answer.
 */
function isGiven(headers: IncomingHttpHeaders, name: (typeof PRESENCE)[number]): boolean {
  const value = headers[name];
  if (value === undefined) return false;
  return name !== 'authorization' || /^bearer(?: |$)/i.test(String(value));
}
