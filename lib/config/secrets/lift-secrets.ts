// Takes values that look like credentials out of a server's entry and puts references in their place, so that no document
// of the panel holds a secret. Pure; what is already a reference or a variable stays.
import { secretReference } from '@/lib/core/access/secret-name';
import { slugOf } from '@/lib/core/words/slug';

export interface LiftedSecret {
  /** "warehouse.authorization". */
  name: string;
  value: string;
}

export interface Lifted<T> {
  value: T;
  secrets: LiftedSecret[];
}

/** Of headers, variables and parameters; a name that says nothing is left to who writes it. */
const TELLING =
  /auth|token|secret|passw|credential|cookie|session|signature|api[-_]?key|access[-_]?key|private[-_]?key|^x-.*key$/i;
const PLACEHOLDER = /\$\{|\{env:/;
/** The scheme is no secret, and a person who reads the form wants to see it. */
const SCHEME = /^(Bearer|Basic|Token|ApiKey)\s+/i;
const URL_KEYS = new Set(['url', 'serverUrl', 'httpUrl', 'tokenUrl', 'issuer']);
const MAP_KEYS = new Set(['headers', 'env', 'environment', 'http_headers', 'requestInit']);
const PLAIN_KEYS = new Set(['clientSecret', 'bearerToken', 'apiKey', 'accessToken']);

/** Walks an entry of any dialect; keys it does not know are left as they are. */
export function liftSecrets(server: string, entry: unknown): Lifted<unknown> {
  const secrets: LiftedSecret[] = [];
  return { value: walk(entry, { server: slugOf(server), secrets, isMap: false }), secrets };
}

interface Walk {
  server: string;
  secrets: LiftedSecret[];
  /** Every key is a name given by a person, such as that of a header. */
  isMap: boolean;
}

function walk(value: unknown, at: Walk): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, { ...at, isMap: false }));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, lifted(key, inner, at)]));
}

function lifted(key: string, value: unknown, at: Walk): unknown {
  if (typeof value !== 'string') return walk(value, { ...at, isMap: MAP_KEYS.has(key) });
  if (PLACEHOLDER.test(value) || value === '') return value;
  if (URL_KEYS.has(key)) return liftFromUrl(value, at);
  if (!PLAIN_KEYS.has(key) && !(at.isMap && TELLING.test(key))) return value;
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  return `${scheme}${keep(key, value.slice(scheme.length), at)}`;
}

/** `?api_key=…`; a password before the host is refused by the reader of entries, with a better sentence than we have. */
function liftFromUrl(url: string, at: Walk): string {
  return url.replace(/([?&])([^=&#]+)=([^&#]+)/g, (whole, separator: string, name: string, value: string) =>
    TELLING.test(name) || /^key$/i.test(name) ? `${separator}${name}=${keep(name, value, at)}` : whole,
  );
}

function keep(key: string, value: string, { server, secrets }: Walk): string {
  const base = `${server}.${slugOf(key)}`;
  const taken = secrets.filter(({ name }) => name === base || name.startsWith(`${base}.`)).length;
  const name = taken === 0 ? base : `${base}.${taken + 1}`;
  secrets.push({ name, value });
  return secretReference(name);
}
