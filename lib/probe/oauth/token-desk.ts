// Where a check gets the token of its endpoint: kept from an earlier check, or asked for, at most once a check.

import { retryAfterMs } from '@/lib/core/status/retry-after';
import type { UnixMs } from '@/lib/core/time';
import { MINUTE_MS } from '@/lib/core/time';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { createGuardedFetch, type GuardedFetch } from '@/lib/probe/fetch/guarded-fetch';
import { readChallenge } from '@/lib/probe/http/challenge';
import type { ProbeContext } from '@/lib/probe/probe-context';
import { throwIfShutDown } from '@/lib/probe/until-aborted';
import { type AuthorizationServer, findAuthorizationServer, isConfigured } from './authorization-server';
import { createJsonLine } from './json-line';
import { requestToken } from './request-token';
import { tokenFault } from './token-fault';
import type { Grant, OAuthClient } from './token-store';

/** A token that ends sooner might end within the check. */
const MARGIN_MS = MINUTE_MS;
/** The server itself is to be called too, so at most half of the check's time goes here. */
const PATIENCE_MS = 5_000;
/** A server that refuses even new tokens is not helped by one a minute, and nor is whoever gives them out. */
const RENEWAL_PAUSE_MS = 5 * MINUTE_MS;

export interface TokenDesk {
  /** The token to begin with; null when there is none, because of `fault` or because the server must be asked where. */
  atHand(): Promise<string | null>;
  /** A new one, after the server has refused us with this header; null because of `fault`. */
  renew(wwwAuthenticate: string | null): Promise<string | null>;
  /** A new token might be taken where this one was not: it is not from this check, nor was the last one refused too. */
  canRenew(): boolean;
  /** The server has, or has not, let us in with the token. */
  note(isRefused: boolean): void;
  /** Why no token was given out; null as long as all is well. */
  readonly fault: ProbeFault | null;
  /** How long the authorization server wants to be left alone; null when it did not say. */
  retryAfterMs(): number | null;
  close(): Promise<void>;
}

/** Never rejects for what a server does. */
export function openTokenDesk(client: OAuthClient, grant: Grant, context: ProbeContext): TokenDesk {
  return new Desk(client, grant, context);
}

class Desk implements TokenDesk {
  private hasAsked = false;
  fault: ProbeFault | null = null;
  private http: GuardedFetch | null = null;

  constructor(
    private readonly client: OAuthClient,
    private readonly grant: Grant,
    private readonly context: ProbeContext,
  ) {}

  async atHand(): Promise<string | null> {
    const { token, server } = this.grant;
    if (token !== null && token.expiresAt - MARGIN_MS > this.nowMs()) return this.hidden(token.value);
    return server !== null || isConfigured(this.client.auth) ? this.ask(null) : null;
  }

  canRenew(): boolean {
    const { refusedAt } = this.grant;
    return !this.hasAsked && (refusedAt === null || Math.abs(this.nowMs() - refusedAt) >= RENEWAL_PAUSE_MS);
  }

  note(isRefused: boolean): void {
    if (!isRefused) this.grant.refusedAt = null;
    else if (this.hasAsked) this.grant.refusedAt = this.nowMs();
  }

  renew(wwwAuthenticate: string | null): Promise<string | null> {
    return this.ask(readChallenge(wwwAuthenticate, this.nowMs()).resourceMetadataUrl);
  }

  retryAfterMs(): number | null {
    return retryAfterMs(this.http?.exchanges.at(-1)?.retryAfter ?? null, this.nowMs());
  }

  async close(): Promise<void> {
    await this.http?.close();
  }

  /** @throws the reason of the signal when our own shutdown aborted it */
  private async ask(metadataUrl: string | null): Promise<string | null> {
    const { context, client, grant } = this;
    this.hasAsked = true;
    this.http ??= createGuardedFetch(context);
    const patience = AbortSignal.timeout(Math.min(PATIENCE_MS, context.timeoutMs / 2));
    const ask = createJsonLine(this.http, context.transcript, AbortSignal.any([context.signal, patience]));
    try {
      const server = grant.server ?? this.trusted(await findAuthorizationServer({ ...client, metadataUrl }, ask));
      const { token, authentication } = await requestToken(server, client.auth, ask, context.nowMs);
      grant.server = { ...server, authentications: [authentication] };
      grant.token = token;
      return this.hidden(token.value);
    } catch (error) {
      throwIfShutDown(context.signal);
      if (!(error instanceof ProbeFault)) throw error;
      // Where tokens were given out yesterday may be the wrong place today.
      Object.assign(grant, { server: null, token: null } satisfies Partial<Grant>);
      this.fault = error;
      return null;
    }
  }

  /** A server that could name another one later would have the secret sent there. */
  private trusted(server: AuthorizationServer): AuthorizationServer {
    this.grant.issuer ??= server.issuer;
    if (server.issuer === this.grant.issuer) return server;
    const detail = `was ${this.grant.issuer}, is ${server.issuer}`;
    throw tokenFault(
      'the server names another authorization server than before, which is not given the secret',
      detail,
    );
  }

  private hidden(token: string): string {
    this.context.hide(token);
    return token;
  }

  private nowMs(): UnixMs {
    return this.context.nowMs();
  }
}
