// Answers the signed links of messages. GET only shows, since link previews and mail scanners open every address; POST
// acts. Works without JavaScript; the token is all the credential there is, so no other site can use a visitor's.
import { createHash } from 'node:crypto';
import { createRateLimit } from '@/app/alerts/rate-limit';
import { requestLog } from '@/app/request-log';
import { actByLink, followLink } from '@/lib/admin/alert/follow-link';
import { SNOOZE_CHOICES_MS } from '@/lib/core/alert/snooze';
import type { UnixMs } from '@/lib/core/time';
import { type AlertThreadView, readAlertThread } from '@/lib/reads/alert-thread';
import { LINK_PAGE_STYLE, type LinkForm, linkPage } from '@/lib/render/alert/link-page';
import { DONE, linkWords, REFUSED } from '@/lib/render/alert/link-words';

/** Nobody needs more, and each asks the database. */
const PER_MINUTE = 30;
const mayAsk = createRateLimit(PER_MINUTE);

const STYLE_HASH = createHash('sha256').update(LINK_PAGE_STYLE).digest('base64');
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  // The address is the credential.
  'referrer-policy': 'no-referrer',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
};

type Handler = (request: Request) => Promise<Response>;

export function linkHandlers(purpose: LinkForm): { GET: Handler; POST: Handler } {
  return { GET: (request) => answer(request, purpose, false), POST: (request) => answer(request, purpose, true) };
}

async function answer(request: Request, purpose: LinkForm, isAct: boolean): Promise<Response> {
  try {
    const now = Date.now();
    const link = followLink(purpose, new URL(request.url).searchParams.get('token') ?? '', now);
    if (!link.ok) return page(link.code === 'expired' ? 410 : 404, REFUSED[link.code]);
    if (!mayAsk(link.threadKey, now)) return page(429, REFUSED.too_often);
    if (isAct) return act({ purpose, threadKey: link.threadKey, durationMs: await chosenMs(request) }, now);
    const view = readAlertThread(link.threadKey, now);
    return view ? page(200, linkWords(view, purpose, now), view) : page(404, REFUSED.not_found);
  } catch (error) {
    requestLog().error({ err: error, path: `/alerts/${purpose}` }, 'A link of an alert failed');
    return page(500, REFUSED.failed);
  }
}

function act(chosen: Parameters<typeof actByLink>[0], now: UnixMs): Response {
  const acted = actByLink(chosen, now);
  const view = readAlertThread(chosen.threadKey, now);
  if (acted.ok && view) return page(200, DONE[chosen.purpose](view, now), view);
  if (acted.ok || !view || acted.code === 'not_found') return page(404, REFUSED.not_found);
  // Over, or taken by somebody: the page says which.
  return page(acted.code === 'bad_duration' ? 400 : 409, linkWords(view, chosen.purpose, now), view);
}

const FORM_LIMIT_BYTES = 1_000;

/** Only what is offered counts. */
async function chosenMs(request: Request): Promise<number> {
  const text = (await request.text()).slice(0, FORM_LIMIT_BYTES);
  const ms = Number(new URLSearchParams(text).get('for'));
  return SNOOZE_CHOICES_MS.find((choice) => choice === ms) ?? SNOOZE_CHOICES_MS[0];
}

type Words = Omit<Parameters<typeof linkPage>[0], 'pageTitle'>;

function page(status: number, words: Words, view?: AlertThreadView): Response {
  const html = linkPage({ pageTitle: view?.page.title ?? 'Rollcall', ...words });
  return new Response(html, { status, headers: HEADERS });
}
