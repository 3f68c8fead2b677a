// Takes values that look like credentials out of a server's entry and puts references in their place, so that no document
// of the panel holds a secret. Pure; what is already a reference or a variable stays.
import { SECRET_FLAG } from '@/lib/config/entries/secret-values';
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
const URL_KEYS = new Set(['url', 'serverUrl', 'httpUrl', 'tokenUrl', 'issuer', 'health']);
const MAP_KEYS = new Set(['headers', 'env', 'environment', 'http_headers', 'requestInit']);
/** Leaves room for a number within what `isSecretName` allows. */
const BASE_LENGTH = 90;
const PLAIN_KEYS = new Set(['clientSecret', 'bearerToken', 'apiKey', 'accessToken']);

/** Walks an entry of any dialect; keys it does not know are left as they are. `taken`: names that are somebody else's. */
export function liftSecrets(server: string, entry: unknown, taken: ReadonlySet<string> = new Set()): Lifted<unknown> {
  const secrets: LiftedSecret[] = [];
  return { value: walk(entry, { server: slugOf(server), secrets, taken, isMap: false }), secrets };
}

/** Takes out texts that are known to be credentials, wherever they stand. */
export function liftValues(
  owner: string,
  value: unknown,
  { values, taken }: { values: ReadonlySet<string>; taken: ReadonlySet<string> },
): Lifted<unknown> {
  const at: Walk = { server: slugOf(owner), secrets: [], taken, isMap: false };
  const replaced = (key: string, inner: unknown): unknown => {
    if (typeof inner === 'string')
      return values.has(inner) && inner !== '' && !PLACEHOLDER.test(inner) ? keep(key, inner, at) : inner;
    if (Array.isArray(inner)) return inner.map((item) => replaced(key, item));
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, item]) => [name, replaced(name, item)]));
  };
  return { value: replaced('', value), secrets: at.secrets };
}

interface Walk {
  server: string;
  secrets: LiftedSecret[];
  taken: ReadonlySet<string>;
  /** Every key is a name given by a person, such as that of a header. */
  isMap: boolean;
}

function walk(value: unknown, at: Walk): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, { ...at, isMap: false }));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, lifted(key, inner, at)]));
}

function lifted(key: string, value: unknown, at: Walk): unknown {
  // Variables are not put into it, so a reference would be sent as it is.
  if (key === 'canary' && !at.isMap) return value;
  if (key === 'args' && Array.isArray(value)) return liftFromArguments(value, at);
  if (typeof value !== 'string') return walk(value, { ...at, isMap: MAP_KEYS.has(key) });
  if (URL_KEYS.has(key)) return liftFromUrl(value, at);
  if (PLACEHOLDER.test(value) || value === '') return value;
  if (!PLAIN_KEYS.has(key) && !(at.isMap && (TELLING.test(key) || SCHEME.test(value)))) return value;
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  if (scheme === value) return value;
  return `${scheme}${keep(key, value.slice(scheme.length), at)}`;
}

/** `?api_key=…`; a password before the host is refused by the reader of entries, with a better sentence than we have. */
function liftFromUrl(url: string, at: Walk): string {
  return url.replace(/([?&])([^=&#]+)=([^&#]+)/g, (whole, separator: string, name: string, value: string) => {
    const isSecret = (TELLING.test(name) || /^key$/i.test(name)) && !PLACEHOLDER.test(value);
    return isSecret ? `${separator}${name}=${keep(name, value, at)}` : whole;
  });
}

/** `--token X`, `--token=X`, `-e TOKEN=X`. */
function liftFromArguments(args: readonly unknown[], at: Walk): unknown[] {
  return args.map((arg, i) => {
    const before = args[i - 1];
    if (typeof arg !== 'string' || arg === '' || PLACEHOLDER.test(arg)) return arg;
    const [whole, name = '', value = ''] = /^(-{0,2}[\w-]+)=(.+)$/s.exec(arg) ?? [];
    if (whole !== undefined) return SECRET_FLAG.test(name) ? `${name}=${keep(name, value, at)}` : arg;
    const isNamed = typeof before === 'string' && before.startsWith('-') && SECRET_FLAG.test(before);
    return isNamed && !before.includes('=') && !arg.startsWith('-') ? keep(before, arg, at) : arg;
  });
}

function keep(key: string, value: string, { server, secrets, taken }: Walk): string {
  const base = `${server}.${slugOf(key)}`.slice(0, BASE_LENGTH);
  const isFree = (name: string) => !taken.has(name) && secrets.every((secret) => secret.name !== name);
  let name = base;
  for (let number = 2; !isFree(name); number++) name = `${base}.${number}`;
  secrets.push({ name, value });
  return secretReference(name);
}
