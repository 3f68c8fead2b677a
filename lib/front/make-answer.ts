// Turns what Next answered into what goes out: headers of ours, a page in place of Next's empty ones, bytes compressed.
import { type AnswerBytes, compress, passedOn, plainAnswer, tagOf } from './answer-bytes';
import { FAULT_ADDRESS, NOT_FOUND_ADDRESS } from './kept-paths';
import type { Keeping } from './plan';
import type { Asker, Question, RawAnswer } from './question';
import { ALWAYS, documentPolicy, framing, INERT, inlineScriptHashes } from './security-headers';

export interface Made {
  answer: AnswerBytes;
  /** Whether the next one who asks may have it too. */
  isKeepable: boolean;
}

export interface Maker {
  ask: Asker['ask'];
  isDevelopment: boolean;
}

/**
 * A visitor's copy is asked about at each visit, which costs a 304; proxies may serve one for as long as open pages
 * wait between two looks.
 */
const PAGE_CACHE = 'public, max-age=0, s-maxage=2, must-revalidate';
const FAULT_TEXT = 'Rollcall itself has a fault; this says nothing about the servers.';

/** `before`: what stood here until now; its bytes are taken on where nothing changed, compressed as they are. */
export async function makeAnswer(maker: Maker, keeping: Keeping, before: AnswerBytes | null): Promise<Made> {
  const raw = await askWithWords(maker, keeping);
  if (raw === null) return { answer: plainAnswer(500, FAULT_TEXT), isKeepable: false };
  const headers = headersFor(maker, keeping, raw);
  const answer = {
    status: raw.status,
    tag: tagOf(raw.body),
    headers,
    bodies: { identity: raw.body, gzip: null, br: null },
    isSettled: false,
  };
  const isKeepable = raw.status === 200 && !/no-store|private/.test(String(headers['cache-control'] ?? 'no-store'));
  if (before && isSame(before, answer)) return { answer: before, isKeepable };
  await compress(answer, keeping.kind === 'file' ? 'lasting' : 'passing');
  return { answer, isKeepable };
}

/** Null when even the page that says so cannot be made. */
async function askWithWords({ ask }: Maker, { kind, question }: Keeping): Promise<RawAnswer | null> {
  const raw = await ask(question);
  if (kind !== 'page' || !isDocument(raw) || raw.status < 400) return raw;
  const address = raw.status < 500 ? NOT_FOUND_ADDRESS : FAULT_ADDRESS;
  const worded = await ask({ ...question, address } satisfies Question);
  return isDocument(worded) && worded.body.length > 0 && worded.status < 500 ? { ...worded, status: raw.status } : null;
}

function headersFor({ isDevelopment }: Maker, { kind, question }: Keeping, raw: RawAnswer): AnswerBytes['headers'] {
  const { address } = question;
  const given = passedOn(raw.headers);
  const policy = isDocument(raw)
    ? documentPolicy({ address, scripts: inlineScriptHashes(raw.body.toString()), isDevelopment })
    : INERT;
  const isPageCached = raw.status === 200 && !isDevelopment;
  return {
    ...ALWAYS,
    ...framing(address),
    'content-security-policy': policy,
    ...given,
    ...(kind === 'page' ? { 'cache-control': isPageCached ? PAGE_CACHE : 'no-store' } : {}),
    vary: varyOf(given.vary, { kind, question }),
    'accept-ranges': 'none',
  };
}

/** Next names them on every answer; they change pages alone. */
const OF_ROUTER = /^(?:rsc$|next-)/;

function varyOf(given: string | string[] | undefined, { kind, question }: Pick<Keeping, 'kind' | 'question'>): string {
  // Without a configured address links are made of it; every cache keeps hosts apart by itself.
  const ofProtocol = 'x-forwarded-proto' in question.headers ? 'x-forwarded-proto' : [];
  const names = [given ?? [], 'accept-encoding', kind === 'page' ? 'accept' : [], ofProtocol]
    .flat()
    .flatMap((text) => text.split(','));
  const differing = names
    .map((name) => name.trim().toLowerCase())
    .filter((name) => kind === 'page' || !OF_ROUTER.test(name));
  return [...new Set(differing)].join(', ');
}

function isDocument({ headers }: Pick<RawAnswer, 'headers'>): boolean {
  return headers['content-type']?.startsWith('text/html') ?? false;
}

function isSame(before: AnswerBytes, after: AnswerBytes): boolean {
  return (
    before.status === after.status &&
    before.tag === after.tag &&
    JSON.stringify(before.headers) === JSON.stringify(after.headers)
  );
}
