// The only way in which the prober speaks HTTP: every address filtered, every body bounded, every redirect looked at,
// every exchange recorded. One per check, ended with it; knows nothing of MCP.
import type { UnixMs } from '@/lib/core/time';
import { errorCodeOf } from '@/lib/net/error-causes';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Exchange } from './exchange';
import { type Answer, type GuardedRequest, type GuardOptions, HttpExchanger } from './http-exchanger';
import { redirectTarget } from './redirect';

const MAX_REDIRECTS = 5;
const TOO_MANY_REDIRECTS = `redirects more than ${MAX_REDIRECTS} times`;
/** A check seldom has more than two connections at rest. */
const MAX_STALE_CONNECTIONS = 3;
/** What using a connection that the other side has closed comes to. */
const STALE_CODES: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

export interface GuardedFetch {
  /** @throws ProbeFault `blocked`, `redirected`, `http_invalid`; otherwise the network error with its `code` */
  fetch(request: GuardedRequest): Promise<Answer>;
  /** Oldest first; redirect hops are entries of their own. */
  readonly exchanges: readonly Exchange[];
  /** Of the certificate that was shown last, refused or not; null without TLS. */
  certificateExpiresAt(): UnixMs | null;
  /** Ends every connection, whatever is still going on over it. */
  close(): Promise<void>;
}

export function createGuardedFetch(options: GuardOptions): GuardedFetch {
  return new Guard(new HttpExchanger(options));
}

class Guard implements GuardedFetch {
  constructor(private readonly line: HttpExchanger) {}

  get exchanges(): readonly Exchange[] {
    return this.line.exchanges;
  }

  certificateExpiresAt(): UnixMs | null {
    return this.line.certificateExpiresAt();
  }

  close(): Promise<void> {
    return this.line.close();
  }

  async fetch(asked: GuardedRequest): Promise<Answer> {
    let url = new URL(asked.url);
    for (let followed = 0; ; followed++) {
      const answer = await this.sendAfresh(asked, url);
      const location = answer.headers.location ?? null;
      try {
        const target = redirectTarget({ status: answer.status, location, url, method: asked.method });
        if (target === null) return answer;
        if (followed === MAX_REDIRECTS) throw new ProbeFault('redirected', TOO_MANY_REDIRECTS);
        url = target;
      } catch (error) {
        answer.abandon();
        throw error;
      }
      answer.discard();
    }
  }

  /** A server may close an idle connection just as it is used again; that says nothing about the server. */
  private async sendAfresh(asked: GuardedRequest, url: URL): Promise<Answer> {
    for (let stale = 0; ; stale++) {
      const hadConnection = this.exchanges.some(({ connectedMs }) => connectedMs !== null);
      try {
        return await this.line.send(asked, url);
      } catch (error) {
        const last = this.exchanges.at(-1);
        const wasReused = hadConnection && last?.connectedMs === null && last.answeredMs === null;
        const isStale =
          wasReused && asked.isOnce !== true && STALE_CODES.has(errorCodeOf(error) ?? '') && !asked.signal.aborted;
        if (!isStale || stale === MAX_STALE_CONNECTIONS) throw error;
      }
    }
  }
}
