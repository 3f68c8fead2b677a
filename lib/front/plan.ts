// What the front does with a request: refuse it, answer it from kept bytes, or hand it to Next. Decides only.
import { publicOrigin } from '@/lib/core/http/public-origin';
import { wantsMarkdown } from '@/lib/core/http/wants-markdown.mjs';
import { hasDotSegments, isDecodable, pathOf } from './address';
import { type KeptAddress, type KeptKind, keptAddress } from './kept-paths';
import type { Question } from './question';

/** What of a request counts. Header names in small letters. */
export interface Asked {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Refusal {
  does: 'refuse';
  status: 400 | 405 | 413 | 414 | 501;
  headers: Record<string, string>;
  /** Said as the API says its errors. */
  isForMachines: boolean;
}

export interface Keeping {
  does: 'keep';
  kind: KeptKind;
  /** Names the answer: whatever it depends on is part of it. */
  key: string;
  /** Whose calls make it another; null: anybody's. */
  slug: string | null;
  question: Question;
}

export interface Passing {
  does: 'pass';
}

export type Plan = Refusal | Keeping | Passing;

/** Longer than any address of ours; Node itself bounds the whole head of a request at 16 KiB. */
const MOST_CHARACTERS = 4_096;
/** As Next's own limit of what a form may send, which it would answer with a 500. */
const MOST_BODY_BYTES = 1024 * 1024;
const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Read as they are at this moment, by orchestrators. */
const PROBES = ['/healthz', '/readyz'];
const PASS: Plan = { does: 'pass' };

/** `isAddressKnown`: links are made of a configured address, so answers do not depend on the caller's Host. */
export function planOf({ method, url, headers }: Asked, isAddressKnown: boolean): Plan {
  if (!KNOWN_METHODS.includes(method)) return refusal(501);
  const path = pathOf(url);
  if (path === '*') return refusal(405, READABLE);
  if (!path.startsWith('/') || hasDotSegments(path)) return refusal(400);
  const kept = keptAddress(url);
  if ((kept?.address ?? url).length > MOST_CHARACTERS) return refusal(414);
  if (!isDecodable(pathOf(kept?.address ?? url))) return refusal(400);
  const isReading = method === 'GET' || method === 'HEAD';
  if (!isReading) return planOfWriting(method, path, kept);
  if (!kept) return PASS;
  // Whoever signs in may see more than the public; a router that prefetches wants parts of a page.
  if (headers.authorization !== undefined || headers['next-router-prefetch'] !== undefined) return PASS;
  // Next is asked with these and nothing else of the request, so an answer cannot depend on what is not in its key.
  const known: Record<string, string> = { ...askedOrigin(headers, isAddressKnown), ...askedForm(kept.kind, headers) };
  const key = `${kept.address} ${Object.values(known).join(' ')}`;
  return { does: 'keep', ...kept, key, question: { address: addressFor(kept.address, known), headers: known } };
}

const VISIBLE = { allow: 'GET, HEAD' };
const READABLE = { allow: 'GET, HEAD, OPTIONS' };

/** Everything else than reading: preflights, writing, which /api/v1 refuses itself, and forms, which Next takes. */
function planOfWriting(method: string, path: string, kept: KeptAddress | null): Plan {
  if (kept && kept.kind !== 'reading') return refusal(405, VISIBLE);
  const isReadOnly = kept !== null || PROBES.includes(path);
  if (!isReadOnly || method === 'OPTIONS' || path.startsWith('/api/v1/')) return PASS;
  return { ...refusal(405, READABLE), isForMachines: true };
}

/** Apart from the plan, which is remembered for all requests that say the same. */
export function bodyRefusal(headers: Asked['headers']): Refusal | null {
  const length = text(headers['content-length']);
  return length !== undefined && Number(length) > MOST_BODY_BYTES ? refusal(413) : null;
}

function askedOrigin(
  headers: Asked['headers'],
  isAddressKnown: boolean,
): { host: string; 'x-forwarded-proto'?: string } {
  if (isAddressKnown) return { host: 'localhost' };
  const { protocol, host } = publicOrigin(text(headers.host), text(headers['x-forwarded-proto']));
  return { host, 'x-forwarded-proto': protocol };
}

/** One address may be drawn as a document, as what Next's router patches it with, or as Markdown. */
function askedForm(kind: KeptKind, headers: Asked['headers']): Record<string, string> {
  if (kind !== 'page') return {};
  if (headers.rsc === '1') return { rsc: '1' };
  return wantsMarkdown(text(headers.accept)) ? { accept: 'text/markdown' } : {};
}

/** Next sends a router's request away whose parameter does not fit its headers; for these headers it is empty. */
function addressFor(address: string, { rsc }: Record<string, string>): string {
  if (rsc === undefined) return address;
  return `${address}${address.includes('?') ? '&' : '?'}_rsc`;
}

function refusal(status: Refusal['status'], headers: Record<string, string> = {}): Refusal {
  return { does: 'refuse', status, headers, isForMachines: false };
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
