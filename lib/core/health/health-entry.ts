// One JSON object of a /health body: its state, its error text, its name. Pure; does not descend into the tree.
import { readHttpStatus, readStateValue, type StateReading, worseState } from './health-state';

export type JsonObject = Record<string, unknown>;

/** Keys that say how the thing itself is. Of several the worst counts: `{"status": "ok", "ready": false}` is bad news. */
const STATE_KEYS = [
  ...['status', 'state', 'health', 'healthy', 'isHealthy', 'is_healthy', 'ok', 'up', 'alive', 'ready'],
  ...['success', 'passed', 'result', 'serving', 'available', 'connected', 'reachable'],
];
const HTTP_STATUS_KEYS = ['status', 'statusCode', 'code'];
const MESSAGE_KEYS = ['error', 'message', 'output', 'exception', 'reason', 'description', 'detail', 'msg', 'cause'];
/** Where Spring (`details`) and MicroProfile (`data`) keep the error text of an entry. */
const MESSAGE_HOLDERS = ['details', 'data'];
const NAME_KEYS = ['name', 'component', 'service', 'check', 'key', 'title', 'id', 'componentId', 'nodeId', 'node'];

/** Last words of keys whose text describes, although it may look like a state: `"commit": "unknown"`, `"mode": "active"`. */
const METADATA_WORDS = new Set(
  `version uptime timestamp time date at commit build sha hash revision branch release env environment stage mode host
  hostname name service id region zone message msg description title note notes output reason detail type kind level
  severity role user node platform arch runtime language framework protocol transport tag tags duration latency`.split(
    /\s+/,
  ),
);

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys whose plain value speaks for the object that holds it; such a value is no dependency of its own. */
export function speaksForWhole(key: string): boolean {
  return STATE_KEYS.includes(key) || MESSAGE_KEYS.includes(key);
}

/** "build_version", "startedAt", "lastError": what the key of a plain text tells about it, not how anything is. */
export function isMetadataName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_.-]+/);
  return words[0] === 'last' || METADATA_WORDS.has(words.at(-1) ?? '');
}

/**
 * The state an object claims for itself, with its error text; null when it claims none. Without a state, a non-empty
 * `error` is one.
 */
export function readObjectState(object: JsonObject): StateReading | null {
  const claims = [
    ...STATE_KEYS.map((key) => readStateValue(object[key])),
    ...HTTP_STATUS_KEYS.map((key) => readHttpStatus(object[key])),
  ].filter((claim) => claim !== null);
  const [first, ...others] = claims;
  const message = readMessage(object);
  if (!first) return saysError(object) ? { state: 'failed', message } : null;
  const state = others.reduce((worst, claim) => worseState(worst, claim.state), first.state);
  return { state, message: message ?? claims.find((claim) => claim.state === state)?.message ?? null };
}

/** What an array element calls itself; null when it has no name. */
export function readName(object: JsonObject): string | null {
  for (const key of NAME_KEYS) {
    const value = object[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

/** The first text under a key that usually holds the reason. */
export function readMessage(object: JsonObject): string | null {
  const own = readText(object);
  if (own !== null) return own;
  for (const holder of MESSAGE_HOLDERS) {
    const inner = object[holder];
    if (typeof inner === 'string' && inner.trim() !== '') return inner;
    const text = isJsonObject(inner) ? readText(inner) : null;
    if (text !== null) return text;
  }
  return null;
}

function readText(object: JsonObject): string | null {
  for (const key of MESSAGE_KEYS) {
    const value = object[key];
    const inner = isJsonObject(value) ? (value.message ?? value.Message) : Array.isArray(value) ? value[0] : value;
    if (typeof inner === 'string' && inner.trim() !== '') return inner;
  }
  return null;
}

function saysError(object: JsonObject): boolean {
  const { error, errors } = object;
  if (Array.isArray(errors)) return errors.length > 0;
  return typeof error === 'string' ? error.trim() !== '' : isJsonObject(error) && typeof error.message === 'string';
}
