// Walks the JSON of a /health body and collects the named states in it, whatever the framework that wrote it: Spring
// Boot, ASP.NET, MicroProfile, Terminus, application/health+json (draft-inadarei-api-health-check), hand-made ones.
// Pure, and bounded for any input.

import type { Dependency, DependencyState } from '@/lib/core/outcome';
import { addDependency } from './health-dependency';
import {
  isJsonObject,
  isMetadataName,
  type JsonObject,
  readMessage,
  readName,
  readObjectState,
  speaksForWhole,
} from './health-entry';
import { isWorse, readStateValue, type StateReading, worseState } from './health-state';

export interface HealthTree {
  /** What the body says of the whole; null when it says nothing. */
  overall: StateReading | null;
  /** By name, in the order of the body; not yet cut to a number that can be shown. */
  dependencies: Dependency[];
}

/** Keys under which every member is a dependency, at any depth. */
const LISTS = new Set(
  `checks check dependencies dependency components services results entries subsystems healthChecks health_checks
  children groups contributors probes targets`.split(/\s+/),
);
/** Keys that wrap the dependencies of the whole; inside an entry they only describe it. */
const ROOT_LISTS = new Set([...LISTS, 'details', 'info', 'error', 'data', 'health', 'status', 'state', 'result']);
const FAILURE_LISTS = new Set(['failures', 'errors', 'failed']);

const MAX_DEPTH = 6;
const MAX_VISITS = 5_000;

/** Where the walk stands. */
interface Place {
  /** Name of the group, with its slash; empty at the root. */
  prefix: string;
  /** Members of a list are dependencies by their place; elsewhere a text may be mere metadata. */
  isListed: boolean;
  depth: number;
}

interface Walk {
  found: Map<string, Dependency>;
  visitsLeft: number;
}

export function walkHealthTree(root: unknown): HealthTree {
  const walk: Walk = { found: new Map(), visitsLeft: MAX_VISITS };
  const place: Place = { prefix: '', isListed: false, depth: 0 };
  let overall: StateReading | null = null;
  if (Array.isArray(root)) visitArray(walk, root, '', { ...place, isListed: true });
  else if (isJsonObject(root)) overall = visitRoot(walk, root, place);
  else overall = readStateValue(root);
  return { overall, dependencies: [...walk.found.values()] };
}

function visitRoot(walk: Walk, root: JsonObject, place: Place): StateReading | null {
  let overall = readObjectState(root);
  for (const [key, value] of Object.entries(root)) {
    const inner = { ...place, depth: 1 };
    if (FAILURE_LISTS.has(key) && isJsonObject(value)) addFailures(walk, value);
    else if (ROOT_LISTS.has(key) && Array.isArray(value)) visitArray(walk, value, '', { ...inner, isListed: true });
    else if (ROOT_LISTS.has(key) && isJsonObject(value)) {
      // A wrapper such as {"data": {"status": "down", "checks": {…}}} speaks for the whole.
      const wrapped = readObjectState(pickStatus(value));
      if (wrapped && (!overall || isWorse(wrapped.state, overall.state))) overall = wrapped;
      visitMembers(walk, value, { ...inner, isListed: LISTS.has(key) });
    } else if (typeof value === 'object' || !speaksForWhole(key)) visitEntry(walk, key, value, inner);
  }
  return overall;
}

/** Returns the worst state found below; null when nothing was. */
function visitMembers(walk: Walk, object: JsonObject, place: Place): DependencyState | null {
  let worst: DependencyState | null = null;
  for (const [key, value] of Object.entries(object)) {
    if (key === 'status' || key === 'state') continue;
    const isInnerList = LISTS.has(key) && typeof value === 'object';
    const below = isInnerList
      ? visitList(walk, value, { ...place, isListed: true, depth: place.depth + 1 })
      : visitEntry(walk, key, value, place);
    worst = worseOf(worst, below);
  }
  return worst;
}

function visitList(walk: Walk, list: unknown, place: Place): DependencyState | null {
  if (Array.isArray(list)) return visitArray(walk, list, '', place);
  return isJsonObject(list) && place.depth <= MAX_DEPTH ? visitMembers(walk, list, place) : null;
}

/** `key` names the array in a map of arrays ("cassandra:responseTime": […]); empty when the elements name themselves. */
function visitArray(walk: Walk, items: unknown[], key: string, place: Place): DependencyState | null {
  let worst: DependencyState | null = null;
  for (const [index, item] of items.entries()) {
    if (walk.visitsLeft <= 0 || place.depth > MAX_DEPTH) break;
    if (!isJsonObject(item)) continue;
    const own = readName(item);
    const isOnlyOne = key !== '' && items.length === 1;
    const isNameless = own === null && key === '' && readObjectState(item) === null;
    const name = isOnlyOne ? key : [key, own ?? String(index + 1)].filter(Boolean).join('/');
    // Without a name and a state of its own it is a map once more: [{"db": "ok"}, {"s3": "down"}].
    const below = isNameless
      ? visitMembers(walk, item, { ...place, depth: place.depth + 1 })
      : visitEntry(walk, name, item, place);
    worst = worseOf(worst, below);
  }
  return worst;
}

function visitEntry(walk: Walk, name: string, value: unknown, place: Place): DependencyState | null {
  if (walk.visitsLeft-- <= 0 || place.depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return visitArray(walk, value, name, { ...place, depth: place.depth + 1 });
  if (isJsonObject(value)) return visitObject(walk, name, value, place);
  if (!place.isListed && (typeof value === 'boolean' || isMetadataName(name))) return null;
  const reading = readStateValue(value);
  return reading && addDependency(walk.found, place.prefix + name, reading);
}

/** An aggregate is named only when it is worse than its named parts. */
function visitObject(walk: Walk, name: string, value: JsonObject, place: Place): DependencyState | null {
  const own = readObjectState(value);
  const inner: Place = { prefix: `${place.prefix}${name}/`, isListed: place.isListed, depth: place.depth + 1 };
  const parts = own ? Object.fromEntries(Object.entries(value).filter(([key]) => LISTS.has(key))) : value;
  const below = inner.depth > MAX_DEPTH ? null : visitMembers(walk, parts, inner);
  if (!own || (below && !isWorse(own.state, below))) return below;
  return addDependency(walk.found, place.prefix + name, own);
}

function addFailures(walk: Walk, failures: JsonObject): void {
  for (const [name, value] of Object.entries(failures).slice(0, MAX_VISITS)) {
    const message = isJsonObject(value) ? readMessage(value) : typeof value === 'string' ? value : null;
    addDependency(walk.found, name, { state: 'failed', message });
  }
}

function pickStatus(object: JsonObject): JsonObject {
  return { status: object.status, state: object.state };
}

function worseOf(a: DependencyState | null, b: DependencyState | null): DependencyState | null {
  return a && b ? worseState(a, b) : (a ?? b);
}
