// Checks an MCP server over HTTP: which dialect to try first, what to try when it is refused, and what to report.
import type { Endpoint, Target } from '@/lib/core/endpoint';
import type { Dialect } from '@/lib/core/outcome';
import { retryAfterMs } from '@/lib/core/status/retry-after';
import { classify } from '@/lib/probe/fault/classify';
import { createGuardedFetch, type GuardedFetch } from '@/lib/probe/fetch/guarded-fetch';
import { openTokenDesk } from '@/lib/probe/oauth/token-desk';
import type { TokenStore } from '@/lib/probe/oauth/token-store';
import type { McpReading, ProbeContext } from '@/lib/probe/probe-context';
import { FIRST_MODERN_VERSION } from '@/lib/probe/wire/raw-requests';
import { type Authorized, attemptWithToken, withToken } from './authorized-attempt';
import { readChallenge, withMetadata } from './challenge';
import type { Era, EraStore } from './era-store';
import { type Attempt, attemptHttp, type Manner } from './http-attempt';
import { latencyOf } from './http-timings';
import {
  attemptToReport,
  firstManner,
  isAboutDialect,
  isLocked,
  isSilentToDiscover,
  nextManner,
  type Setting,
} from './next-manner';

type HttpTarget = Extract<Target, { kind: 'http' }>;

export interface HttpEndpoint {
  target: HttpTarget;
  auth: Endpoint['auth'];
}

/** What outlives a check. */
export interface Memory {
  eras: EraStore;
  tokens: TokenStore;
}

/** Never rejects for what a server does. @throws the reason of the signal when our own shutdown aborted it */
export async function probeHttp(endpoint: HttpEndpoint, memory: Memory, context: ProbeContext): Promise<McpReading> {
  const http = createGuardedFetch(context);
  try {
    return await report(await attemptAsConfigured(endpoint, memory, { http, context }), http, context);
  } finally {
    await http.close();
  }
}

interface Scene {
  http: GuardedFetch;
  context: ProbeContext;
}

async function attemptAsConfigured({ target, auth }: HttpEndpoint, memory: Memory, scene: Scene): Promise<Authorized> {
  const { slug } = scene.context;
  if (auth === null)
    return { attempt: await negotiate(target, memory.eras, { ...scene, hasTokens: false }), refusal: null };
  const client = { slug, auth, serverUrl: target.url };
  const desk = openTokenDesk(client, memory.tokens.grantOf(client), scene.context);
  try {
    return await attemptWithToken(desk, (token) => {
      // Without the token that it should have, the call says nothing of the server.
      const context = desk.fault === null ? scene.context : { ...scene.context, canary: null };
      return negotiate(withToken(target, token), memory.eras, { ...scene, context, hasTokens: true });
    });
  } finally {
    await desk.close();
  }
}

async function negotiate(
  target: HttpTarget,
  eras: EraStore,
  { http, context, hasTokens }: Scene & { hasTokens: boolean },
): Promise<Attempt> {
  const { slug, nowMs } = context;
  const { dialect, url } = target;
  const setting: Setting = { dialect, known: eras.get(slug, url, nowMs()), hasTokens };
  const tried: Attempt[] = [];
  let manner: Manner | null = firstManner(dialect, setting.known);
  while (manner !== null) {
    const attempt = await attemptHttp(manner, target, http, context);
    tried.push(attempt);
    if (attempt.fault === null) {
      // Let in again in the old way, it may speak the new one too: that is for the next check to find out.
      if (setting.known === 'locked' && attempt.manner === 'legacy') eras.forget(slug);
      else eras.remember(slug, url, eraOf(attempt), nowMs());
      return attempt;
    }
    if (isAboutDialect(attempt) || isSilentToDiscover(attempt)) eras.forget(slug);
    if (isLocked(attempt, setting)) eras.remember(slug, url, 'locked', nowMs());
    manner = context.signal.aborted ? null : nextManner(tried, setting);
    if (manner !== null) context.transcript.add('note', `${attempt.fault.message}; trying once more (${manner})`);
  }
  return attemptToReport(tried);
}

async function report(
  { attempt, refusal }: Authorized,
  http: GuardedFetch,
  context: ProbeContext,
): Promise<McpReading> {
  const { reading, step } = attempt.walk;
  const { fault, exchanges } = attempt;
  const { redact } = context;
  reading.certificateExpiresAt = http.certificateExpiresAt();
  if (reading.protocolVersion !== null) reading.dialect = dialectOf(attempt);
  if (refusal !== null) {
    // What a stranger is shown is not the list that clients get: compared with it, tools would seem to be gone.
    Object.assign(reading, { catalogue: null, canary: null, resourceCount: null, promptCount: null });
    reading.failure = classify(refusal.fault, { step: 'handshake', exchanges, isReached: true, redact });
    reading.retryAfterMs = refusal.retryAfterMs;
  } else if (fault === null) {
    reading.latencyMs = latencyOf(reading);
  } else {
    const isReached = exchanges.some(({ answeredMs }) => answeredMs !== null);
    reading.failure = classify(fault, { step, exchanges, isReached, redact });
  }
  await readDemands(attempt, http, context);
  return reading;
}

/** What a server asks for that turned us away, from its list or from the tool we called: patience, or a credential. */
async function readDemands({ walk, exchanges }: Attempt, http: GuardedFetch, context: ProbeContext): Promise<void> {
  const { reading } = walk;
  const failure = reading.failure ?? reading.canary?.failure ?? null;
  if (failure?.code === 'throttled') {
    const header = exchanges.findLast(({ retryAfter }) => retryAfter !== null)?.retryAfter ?? null;
    reading.retryAfterMs = retryAfterMs(header, context.nowMs());
  }
  if (failure?.code === 'unauthorized' || failure?.code === 'forbidden') {
    const header = exchanges.findLast(({ wwwAuthenticate }) => wwwAuthenticate !== null)?.wwwAuthenticate ?? null;
    reading.challenge = await withMetadata(readChallenge(header, context.nowMs()), http, context.signal);
  }
}

function eraOf({ manner, walk }: Attempt): Era {
  if (manner === 'sse') return 'sse';
  return (walk.reading.protocolVersion ?? '') >= FIRST_MODERN_VERSION ? 'modern' : 'legacy';
}

function dialectOf(attempt: Attempt): Dialect {
  const era = eraOf(attempt);
  return era === 'sse' ? 'sse' : `http-${era}`;
}
