// Which addresses the front answers from kept bytes. An address that is missing here works all the same, through Next,
// only slower; one that stands here is public and reads only. Knows addresses, not who draws them.
import { SERVER_PAGE_PARAMETERS } from '@/lib/core/server-page-ask';

export type KeptKind =
  /** A document drawn by Next, which marks all of them as not to be stored. */
  | 'page'
  /** Made by a route handler: kept where its Cache-Control lets a proxy keep it. */
  | 'reading'
  /** Of the build: the same until the process ends. */
  | 'file';

export interface KeptPath {
  kind: KeptKind;
  pattern: RegExp;
  /** Parameters that change the answer. The others are dropped, so that links with a tracker's tail share one answer. */
  query: readonly string[] | 'any';
}

/** First that matches. A group named `slug` says whose calls alone make the answer another; without it anybody's do. */
const KEPT_PATHS: readonly KeptPath[] = [
  { kind: 'page', pattern: /^\/$/, query: [] },
  { kind: 'reading', pattern: /^\/servers\/(?<slug>[^/]+)\.md$/, query: [] },
  { kind: 'page', pattern: /^\/servers\/(?<slug>[^/]+)$/, query: SERVER_PAGE_PARAMETERS },
  { kind: 'page', pattern: /^\/(?:incidents(?:\/[^/]+)?|uptime|subscribe)$/, query: 'any' },
  { kind: 'reading', pattern: /^\/badge\/(?<slug>[^/.]+)(?:\.|\/)/, query: 'any' },
  { kind: 'reading', pattern: /^\/badge\.(?:svg|json)$/, query: 'any' },
  { kind: 'reading', pattern: /^\/api\/v1\/endpoints\/(?<slug>[^/]+)(?:\/|$)/, query: 'any' },
  { kind: 'reading', pattern: /^\/api\/(?:v1\/|v2\/|embed-status\b)/, query: 'any' },
  { kind: 'reading', pattern: /^\/servers\/(?<slug>[^/]+)\/(?:feed\.|index\.md$|days\.json$)/, query: 'any' },
  { kind: 'reading', pattern: /^\/(?:feed|maintenance|index|llms|embed|schema)\b/, query: 'any' },
  { kind: 'reading', pattern: /^\/(?:icon\/[^/]+\.svg|logo|brand\.css)$/, query: [] },
  { kind: 'file', pattern: /^\/_next\/static\//, query: 'any' },
];

export interface KeptAddress extends Pick<KeptPath, 'kind'> {
  /** Path and the parameters that count, sorted. */
  address: string;
  /** Null where every server's calls count. */
  slug: string | null;
}

/** @returns null where the address is not kept. `url` is that of the request line. */
export function keptAddress(url: string): KeptAddress | null {
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  for (const { kind, pattern, query } of KEPT_PATHS) {
    const match = pattern.exec(path);
    if (!match) continue;
    const parameters = mark === -1 ? '' : parametersThatCount(url.slice(mark + 1), query);
    return { kind, address: path + parameters, slug: match.groups?.slug ?? null };
  }
  return null;
}

function parametersThatCount(text: string, query: KeptPath['query']): string {
  if (query !== 'any' && query.length === 0) return '';
  const all = [...new URLSearchParams(text)];
  // Added by Next's router to the requests it makes for itself.
  const counting = all.filter(([name]) => name !== '_rsc' && (query === 'any' || query.includes(name)));
  if (counting.length === 0) return '';
  const sorted = new URLSearchParams(counting);
  sorted.sort();
  return `?${sorted}`;
}
