// How every public address that is no page answers: ETag and 304, caching, CORS, and errors that give nothing away.
// Knows HTTP; what is answered is made in lib/reads and lib/render.
import { createHash } from 'node:crypto';
import { requestLog } from '@/app/request-log';
import { isKnownTag } from '@/lib/core/http/entity-tag';
import type { PageLogo } from '@/lib/core/page-settings';
import type { ErrorAnswer } from '@/lib/render/api-v1/api-v1-schema';

/** A proxy may serve an answer for this long; what changed shows at most so much later. */
const JSON_CACHE = 'public, max-age=10';
/** GitHub's image proxy obeys it. Without a max-age it asks anew at nearly every view. */
const IMAGE_CACHE = 'public, max-age=60, s-maxage=60, stale-while-revalidate=30';
/** Calendars and feed readers ask once an hour or less. */
const SUBSCRIBED_CACHE = 'public, max-age=300';
const NOT_CACHED = 'no-store';

/** Everything here is public and reads only, so any site may fetch it. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' };

const ERROR_STATUS = {
  bad_request: 400,
  unauthorized: 401,
  not_found: 404,
  method_not_allowed: 405,
  internal: 500,
} satisfies Record<ErrorCode, number>;
type ErrorCode = ErrorAnswer['error']['code'];

/** Next calls it for GET and HEAD; a HEAD's body is dropped on the way out. */
type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** The one place where a bug in a reading is caught: logged with its stack, answered without. */
export function reading<Params = Record<never, never>>(
  answer: (request: Request, params: Params) => Response,
  whenBroken: (request: Request) => Response = () => errorAnswer('internal', 'Rollcall could not read this.'),
): Handler<Params> {
  return async (request, context) => {
    try {
      return answer(request, await context.params);
    } catch (error) {
      requestLog().error({ err: error, path: new URL(request.url).pathname }, 'A reading failed');
      return whenBroken(request);
    }
  };
}

export function jsonAnswer(request: Request, content: unknown, contentType = 'application/json'): Response {
  const headers = { 'content-type': `${contentType}; charset=utf-8`, 'cache-control': JSON_CACHE };
  return cacheable(request, JSON.stringify(content), headers);
}

/** A picture is inert, but whoever opens its address has a document: nothing in it may ever run or load. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export function imageAnswer(request: Request, svg: string): Response {
  const headers = { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': IMAGE_CACHE };
  return cacheable(request, svg, { ...headers, 'content-security-policy': PICTURE_POLICY });
}

/** A picture that somebody put beside the configuration. */
export function pictureAnswer(request: Request, { type, base64 }: PageLogo): Response {
  const headers = { 'content-type': type, 'cache-control': IMAGE_CACHE, 'content-security-policy': PICTURE_POLICY };
  return cacheable(request, Buffer.from(base64, 'base64'), headers);
}

export function styleAnswer(request: Request, css: string): Response {
  return cacheable(request, css, { 'content-type': 'text/css; charset=utf-8', 'cache-control': IMAGE_CACHE });
}

/** What a badge says, for those that draw it themselves: kept as long as the picture. */
export function imageTwinAnswer(request: Request, content: unknown): Response {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': IMAGE_CACHE };
  return cacheable(request, JSON.stringify(content), headers);
}

export function calendarAnswer(request: Request, calendar: string): Response {
  const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': SUBSCRIBED_CACHE };
  return cacheable(request, calendar, { ...headers, 'content-disposition': 'inline; filename="maintenance.ics"' });
}

export function feedAnswer(request: Request, feed: string, contentType: string): Response {
  return cacheable(request, feed, {
    'content-type': `${contentType}; charset=utf-8`,
    'cache-control': SUBSCRIBED_CACHE,
  });
}

/** Some of its addresses are those of pages, which have a form for each kind of reader. */
export function markdownAnswer(request: Request, text: string, contentType = 'text/markdown'): Response {
  const headers = { 'content-type': `${contentType}; charset=utf-8`, 'cache-control': JSON_CACHE, vary: 'accept' };
  return cacheable(request, text, headers);
}

/** A small document of ours that is no page; `policy` is its own. One that is nobody's is not kept. */
export function documentAnswer(
  request: Request,
  html: string,
  { status, policy }: { status: 200 | 404; policy: string },
): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  if (status === 200) return cacheable(request, html, { ...headers, 'cache-control': JSON_CACHE });
  return new Response(html, { status, headers: { ...OPEN_TO_ALL, ...headers, 'cache-control': NOT_CACHED } });
}

/** For orchestrators: true at this instant or not at all. */
export function probeAnswer(isGood: boolean, content: unknown): Response {
  const headers = { ...OPEN_TO_ALL, 'cache-control': NOT_CACHED };
  return Response.json(content, { status: isGood ? 200 : 503, headers });
}

export function errorAnswer(code: ErrorCode, message: string): Response {
  const content: ErrorAnswer = { error: { code, message } };
  return Response.json(content, {
    status: ERROR_STATUS[code],
    headers: { ...OPEN_TO_ALL, 'cache-control': NOT_CACHED },
  });
}

/** For unknown, hidden and archived ones alike: from outside they are the same. */
export function noSuchServer(): Response {
  return errorAnswer('not_found', 'There is no such server.');
}

/** The answer to a browser that asks whether it may read this from another site. */
export function preflight(): Response {
  const headers = {
    ...OPEN_TO_ALL,
    allow: 'GET, HEAD, OPTIONS',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': '*',
    'access-control-max-age': '86400',
  };
  return new Response(null, { status: 204, headers });
}

function cacheable(request: Request, body: string | Buffer<ArrayBuffer>, headers: Record<string, string>): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const all = { ...OPEN_TO_ALL, ...headers, etag };
  if (isKnownTag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: all });
  return new Response(body, { headers: all });
}
