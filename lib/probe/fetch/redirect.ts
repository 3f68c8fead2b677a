// Decides which redirects a check follows: those that stay on the server and repeat the same request.
import { ProbeFault } from '@/lib/probe/fault/probe-fault';

const STATUSES: ReadonlySet<number> = new Set([300, 301, 302, 303, 305, 306, 307, 308]);
/** These two promise that method and body stay as they are (RFC 9110, 15.4.8 and 15.4.9). */
const METHOD_KEEPING: ReadonlySet<number> = new Set([307, 308]);

export interface RedirectAnswer {
  status: number;
  location: string | null;
  /** What was asked. */
  url: URL;
  method: string;
}

/**
 * Null for an answer that is no redirect.
 * @throws ProbeFault `redirected` for one that may not be followed; the detail names its target without the query
 */
export function redirectTarget(answer: RedirectAnswer): URL | null {
  if (!STATUSES.has(answer.status)) return null;
  if (answer.location === null) throw redirected(answer, 'without saying where');
  const target = parse(answer.location, answer.url);
  if (target === null) throw redirected(answer, 'to something that is no address');
  const detail = `Location: ${target.origin === 'null' ? target.protocol : target.origin}${target.pathname}`;
  if (answer.url.protocol === 'https:' && target.protocol === 'http:') {
    throw redirected(answer, 'from https to plain http', detail);
  }
  if (!staysOnServer(answer.url, target)) throw redirected(answer, 'to another host', detail);
  if (answer.method !== 'GET' && !METHOD_KEEPING.has(answer.status)) {
    throw redirected(answer, `${answer.method} requests in a way that loses them`, detail);
  }
  return target;
}

/** @param how follows "redirects" */
function redirected({ status }: RedirectAnswer, how: string, detail: string | null = null): ProbeFault {
  return new ProbeFault('redirected', `redirects ${how} (HTTP ${status})`, detail, { httpStatus: status });
}

function parse(location: string, base: URL): URL | null {
  const target = URL.parse(location, base.href);
  // Credentials from a redirect would be sent in our name.
  if (target === null || target.username !== '' || target.password !== '') return null;
  return target;
}

/** The same origin, or its https form on the same host: with the default ports, or with the same one. */
function staysOnServer(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return true;
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname;
  return isUpgrade && from.port === to.port;
}
