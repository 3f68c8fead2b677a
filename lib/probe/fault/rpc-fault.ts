// What a JSON-RPC error means. Pure; texts of the server go into the detail, never into the message.
import { field } from '@/lib/probe/wire/field';
import { ProbeFault } from './probe-fault';

export interface RpcError {
  code: number;
  message: string;
  data: unknown;
}

const UNSUPPORTED_VERSION = -32022;
const PARSE_ERROR = -32700;

const KNOWN_CODES: Readonly<Record<number, string>> = {
  [-32700]: 'parse error',
  [-32600]: 'invalid request',
  [-32601]: 'method not found',
  [-32602]: 'invalid parameters',
  [-32603]: 'internal error',
  [-32020]: 'header mismatch',
  [-32021]: 'missing client capability',
};

/** Also where a gateway wraps its refusal into an error of its own number. */
const UNAUTHORIZED_WORDS =
  /\b(un-?auth(ori[sz]ed|enticated)|not (authori[sz]ed|authenticated|logged in)|auth(entication|ori[sz]ation)? (is )?(required|failed|error)|(invalid|missing|expired|bad|no) (api[ _-]?key|(access |bearer |auth )?token|credentials?|authorization)|(api[ _-]?key|token) (is )?(required|missing|invalid|expired)|access denied|permission denied|forbidden)\b/i;

/** Of files and tables behind the server: what is refused there is not our credential. */
const REFUSED_BEHIND =
  /\b(EACCES|EPERM|errno 13)\b|\bpermission denied (for|on) (table|relation|schema|database|sequence|function|view|column|object)\b/i;

export function saysUnauthorized({ code, message }: RpcError): boolean {
  const text = message.slice(0, 500);
  if (code === 401 || code === 403) return true;
  // Parsers speak of invalid tokens as well.
  return code !== PARSE_ERROR && !REFUSED_BEHIND.test(text) && UNAUTHORIZED_WORDS.test(text);
}

export function rpcFault(error: RpcError, detail = `${error.code}: ${error.message}`): ProbeFault {
  const facts = { rpcCode: error.code };
  if (saysUnauthorized(error)) {
    const isDenial = error.code === 403 || /\b(forbidden|permission denied)\b/i.test(error.message);
    return isDenial
      ? new ProbeFault('forbidden', `refuses access (error ${error.code})`, detail, facts)
      : new ProbeFault('unauthorized', `asks for a credential (error ${error.code})`, detail, facts);
  }
  if (error.code === UNSUPPORTED_VERSION) return versionFault(supportedBy(error.data), detail);
  const name = KNOWN_CODES[error.code];
  return new ProbeFault(
    'rpc_error',
    `answers with error ${error.code}${name === undefined ? '' : ` (${name})`}`,
    detail,
    facts,
  );
}

const SPOKEN: ReadonlySet<string> = new Set([
  ...['2024-10-07', '2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'],
  '2026-07-28',
]);

/** Names both sides, so that whoever reads it knows which one to update. */
export function versionFault(theirs: readonly string[], detail: string | null): ProbeFault {
  const offered = theirs.filter((version) => /^[\w.-]{1,40}$/.test(version)).slice(0, 6);
  const common = offered.find((version) => SPOKEN.has(version));
  if (common !== undefined) {
    const message = `speaks MCP ${common}, but does not shake hands as that version asks`;
    return new ProbeFault('version_unsupported', message, detail, { names: [common] });
  }
  const named = offered.length === 0 ? 'another protocol version' : `MCP ${offered.join(', ')}`;
  const message = `speaks ${named}; Rollcall speaks 2024-10-07 to 2026-07-28`;
  return new ProbeFault('version_unsupported', message, detail, { names: offered });
}

/** Reads the error out of a body that may hold anything; null when it holds none. */
export function parseRpcError(text: string): RpcError | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return toRpcError(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Null when the message holds no error. */
export function toRpcError(body: unknown): RpcError | null {
  const error = field(body, 'error');
  const code = field(error, 'code');
  const message = field(error, 'message');
  if (typeof code !== 'number') return null;
  return { code, message: typeof message === 'string' ? message : '', data: field(error, 'data') };
}

function supportedBy(data: unknown): string[] {
  const supported = field(data, 'supported');
  return Array.isArray(supported) ? supported.filter((version): version is string => typeof version === 'string') : [];
}
