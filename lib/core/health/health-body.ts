// What a /health answer means: its dependencies by name, and why the whole counts as bad. Pure; total for any text.
import { type FailureCode, type FailureFacts, NAMES_KEPT } from '@/lib/core/failure';
import type { Dependency, DependencyState } from '@/lib/core/outcome';
import { safeText } from '@/lib/core/words/safe-text';
import { addDependency, MAX_MESSAGE_LENGTH } from './health-dependency';
import { isBadState, isWorse, readStateWord, type StateReading } from './health-state';
import { type HealthTree, walkHealthTree } from './health-tree';

export interface HealthBody {
  /** At most 50; when there are more, the bad ones come first. Names at most 80 characters, messages one line of 200. */
  dependencies: Dependency[];
  /** Null when the answer is good. */
  bad: BadHealth | null;
}

export interface BadHealth {
  /** `dependency_failed` also stands for a whole that calls itself degraded: it answers, and says it is not well. */
  code: FailureCode;
  /** For visitors: "/health answered 503: iam_credentials reports an error". Names dependencies, quotes nothing else. */
  summary: string;
  facts: FailureFacts;
  /** The error text of the first bad dependency, or of the whole; for administrators. Not redacted. */
  detail: string | null;
}

const MAX_DEPENDENCIES = 50;
/** The `?verbose` answer of Kubernetes: "[+]etcd ok", "[-]informer-sync failed: reason withheld". */
const KUBERNETES_LINE = /^\[([+-])\]\s?(\S[^\r\n]*?)\s+(ok|failed\b.*|excluded\b.*)$/;

/** `contentType` only tells HTML apart: many servers send JSON as text/plain. */
export function parseHealthBody(httpStatus: number, contentType: string | null, text: string): HealthBody {
  const tree = readTree(contentType, text);
  return { dependencies: pickDependencies(tree.dependencies), bad: findBad(httpStatus, tree) };
}

function readTree(contentType: string | null, text: string): HealthTree {
  const body = text.replace(/^\uFEFF/, '').trim();
  const saysNothing: HealthTree = { overall: null, dependencies: [] };
  if (body === '' || body.startsWith('<') || /\bhtml\b/i.test(contentType ?? '')) return saysNothing;
  try {
    return walkHealthTree(JSON.parse(body));
  } catch {
    return readPlainText(body);
  }
}

function readPlainText(body: string): HealthTree {
  const found = new Map<string, Dependency>();
  for (const line of body.split(/\r?\n/)) {
    const [, sign, name = '', said = ''] = KUBERNETES_LINE.exec(line.trim()) ?? [];
    if (sign === undefined) continue;
    const state: DependencyState = sign === '-' ? 'failed' : said === 'ok' ? 'ok' : 'unknown';
    addDependency(found, name, { state, message: said.replace(/^failed:?\s*/, '') });
  }
  return { overall: found.size > 0 ? null : readStateWord(body), dependencies: [...found.values()] };
}

/** A body may name thousands; what is bad must not be cut off. */
function pickDependencies(all: readonly Dependency[]): Dependency[] {
  if (all.length <= MAX_DEPENDENCIES) return [...all];
  const [bad, good] = [all.filter(isBad), all.filter((dependency) => !isBad(dependency))];
  return [...bad, ...good].slice(0, MAX_DEPENDENCIES);
}

function findBad(httpStatus: number, { overall, dependencies }: HealthTree): BadHealth | null {
  const isGoodStatus = httpStatus >= 200 && httpStatus < 300;
  const answered = `/health answered ${httpStatus}`;
  const joint = isGoodStatus ? ', but' : ':';
  const worst = worstOf(dependencies);
  if (worst) {
    const names = dependencies.filter(({ state }) => state === worst.state).map(({ name }) => name);
    const count = names.length;
    return {
      code: 'dependency_failed',
      summary: `${answered}${joint} ${namesBad(worst, count)}`,
      facts: { httpStatus, names: names.slice(0, NAMES_KEPT), count },
      detail: worst.message,
    };
  }
  const detail = detailOf(overall);
  const isServersWord = isGoodStatus || httpStatus >= 500;
  if (isServersWord && overall && isBadState(overall.state)) {
    const isDegraded = overall.state === 'degraded';
    const code = isDegraded && isGoodStatus ? 'dependency_failed' : 'health_failed';
    return {
      code,
      summary: `${answered}${joint} it reports ${isDegraded ? 'that it is degraded' : 'a failure'}`,
      facts: { httpStatus },
      detail,
    };
  }
  if (isGoodStatus) return null;
  const isHealthBody = overall !== null || dependencies.length > 0;
  // The answer is bad although its body is not: say so, because the body is what people will look at.
  const despite = isServersWord && isHealthBody ? ', although its body reports no failure' : '';
  return { code: codeOfStatus(httpStatus, isHealthBody), summary: answered + despite, facts: { httpStatus }, detail };
}

/** A health check says "bad" with 503; with another status it speaks for itself only if its body is one of a health check. */
function codeOfStatus(httpStatus: number, isHealthBody: boolean): FailureCode {
  if (httpStatus === 401) return 'unauthorized';
  if (httpStatus === 403) return 'forbidden';
  if (httpStatus === 404 || httpStatus === 410) return 'http_not_found';
  if (httpStatus === 429) return 'throttled';
  if (httpStatus >= 500) return httpStatus === 503 || isHealthBody ? 'health_failed' : 'http_server_error';
  return httpStatus >= 400 ? 'http_client_error' : 'http_invalid';
}

function namesBad({ name, state }: Dependency, count: number): string {
  const isDegraded = state === 'degraded';
  if (count === 1) return `${name} reports ${isDegraded ? 'that it is degraded' : 'an error'}`;
  return `${name} and ${count - 1} more report ${isDegraded ? 'that they are degraded' : 'errors'}`;
}

/** The first of the worst bad ones. */
function worstOf(dependencies: readonly Dependency[]): Dependency | null {
  let worst: Dependency | null = null;
  for (const dependency of dependencies.filter(isBad)) {
    if (!worst || isWorse(dependency.state, worst.state)) worst = dependency;
  }
  return worst;
}

function isBad(dependency: Dependency): boolean {
  return isBadState(dependency.state);
}

function detailOf(overall: StateReading | null): string | null {
  return safeText(overall?.message ?? '', MAX_MESSAGE_LENGTH) || null;
}
