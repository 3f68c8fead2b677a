// Which addresses the front answers from kept bytes. An address that is missing here works all the same, through Next,
// only slower; one that stands here is public and reads only. Knows addresses, not who draws them.
import { SERVER_PAGE_PARAMETERS } from '@/lib/core/server-page-ask';
import { BADGE_PARAMETERS } from '@/lib/render/badge/badge-choices';
import { hasDotSegments, isDecodable, pathOf } from './address';

/** Next serves it for addresses nobody has; drawn in full, where notFound() within a page gives an empty document. */
export const NOT_FOUND_ADDRESS = '/_not-found';
/** The page that says that a page could not be made. */
export const FAULT_ADDRESS = '/fault';

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
  query: readonly string[];
}

const CHECKS_AND_UPTIME = ['from', 'to', 'cursor', 'limit', 'days'];

/** First that matches. A group named `slug` says whose calls alone make the answer another; without it anybody's do. */
const KEPT_PATHS: readonly KeptPath[] = [
  { kind: 'page', pattern: /^\/$/, query: [] },
  { kind: 'reading', pattern: /^\/servers\/(?<slug>[^/]+)\.md$/, query: [] },
  { kind: 'page', pattern: /^\/servers\/(?<slug>[^/]+)$/, query: SERVER_PAGE_PARAMETERS },
  { kind: 'page', pattern: /^\/(?:incidents|uptime)$/, query: ['month', 'server'] },
  { kind: 'reading', pattern: /^\/incidents\.md$/, query: ['month'] },
  { kind: 'reading', pattern: /^\/incidents\/(?:[^/]+\.md|[^/]+\/index\.md)$/, query: [] },
  { kind: 'page', pattern: /^\/(?:incidents\/[^/]+|subscribe)$/, query: [] },
  { kind: 'reading', pattern: /^\/badge\/(?<slug>[^/.]+)(?:\.|\/)/, query: BADGE_PARAMETERS },
  { kind: 'reading', pattern: /^\/badge\.(?:svg|json)$/, query: BADGE_PARAMETERS },
  { kind: 'reading', pattern: /^\/api\/v1\/endpoints\/(?<slug>[^/]+)(?:\/|$)/, query: CHECKS_AND_UPTIME },
  { kind: 'reading', pattern: /^\/api\/(?:v1\/|v2\/|embed-status\b)/, query: [] },
  { kind: 'reading', pattern: /^\/embed(?:\/(?<slug>[^/]+))?$/, query: ['label', 'theme'] },
  { kind: 'reading', pattern: /^\/servers\/(?<slug>[^/]+)\/(?:feed\.|index\.md$|days\.json$)/, query: [] },
  { kind: 'reading', pattern: /^\/(?:feed|maintenance|index|llms|schema)\b/, query: [] },
  { kind: 'reading', pattern: /^\/(?:icon\/[^/]+\.svg|logo|brand\.css)$/, query: [] },
  { kind: 'file', pattern: /^\/(?:_next\/static\/|embed\.js$)/, query: [] },
];

/** Names the picture of a server nobody has: a slug holds no percent sign. */
const NOBODYS_BADGE = '/badge/%25';
/** A name of a server has 64 characters at most, a label is cut at as many. */
const MOST_PATH_CHARACTERS = 1_000;
const MOST_VALUE_CHARACTERS = 1_000;

export interface KeptAddress extends Pick<KeptPath, 'kind'> {
  /** Path and the parameters that count, sorted. */
  address: string;
  /** Null where every server's calls count. */
  slug: string | null;
}

/** @returns null where the address is not kept. `url` is that of the request line. */
export function keptAddress(url: string): KeptAddress | null {
  const path = badgeThatIs(pathOf(url));
  // For the front's own question alone; from outside it is an address like any unknown one.
  if (path === FAULT_ADDRESS) return { kind: 'page', address: NOT_FOUND_ADDRESS, slug: null };
  for (const { kind, pattern, query } of KEPT_PATHS) {
    const match = pattern.exec(path);
    if (!match) continue;
    const mark = url.indexOf('?');
    const parameters = mark === -1 ? '' : parametersThatCount(url.slice(mark + 1), { kind, query });
    return { kind, address: path + parameters, slug: match.groups?.slug ?? null };
  }
  return null;
}

/** A badge is a picture whatever it is asked for, because image caches keep a refusal for ever. */
function badgeThatIs(path: string): string {
  if (!path.startsWith('/badge/') || hasDotSegments(path)) return path;
  if (path.length <= MOST_PATH_CHARACTERS && isDecodable(path)) return path;
  return `${NOBODYS_BADGE}${path.endsWith('.json') ? '.json' : '.svg'}`;
}

function parametersThatCount(text: string, { kind, query }: Pick<KeptPath, 'kind' | 'query'>): string {
  if (query.length === 0) return '';
  const counting = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(text)) {
    // Of a name that is said twice a reading takes the first; pages refuse some.
    if (!query.includes(name) || (kind === 'reading' && counting.has(name))) continue;
    counting.append(name, value.slice(0, MOST_VALUE_CHARACTERS));
  }
  counting.sort();
  return counting.size === 0 ? '' : `?${counting}`;
}
