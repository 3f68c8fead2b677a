// Ends a session with the DELETE that the SDK's close() never sends (typescript-sdk#2175): servers keep sessions in
// memory until then.
import type { GuardedFetch } from '@/lib/probe/fetch/guarded-fetch';
import { CLEANUP_LIMIT_MS, type ProbeContext } from '@/lib/probe/probe-context';

export interface OpenSession {
  url: string;
  id: string;
  /** Null when the handshake broke off before a version was agreed. */
  protocolVersion: string | null;
  headers: Record<string, string>;
}

/** Whatever the server says to it (405, 404, 500, silence) is of no consequence. Returns within CLEANUP_LIMIT_MS. */
export async function endSession(http: GuardedFetch, session: OpenSession, context: ProbeContext): Promise<void> {
  const version = session.protocolVersion === null ? {} : { 'mcp-protocol-version': session.protocolVersion };
  context.transcript.add('out', `DELETE ${URL.parse(session.url)?.pathname ?? ''} to end the session`);
  try {
    const answer = await http.fetch({
      method: 'DELETE',
      url: session.url,
      headers: { ...session.headers, 'mcp-session-id': session.id, ...version },
      signal: AbortSignal.timeout(CLEANUP_LIMIT_MS),
    });
    context.transcript.add('in', `HTTP ${answer.status}`);
    answer.discard();
  } catch (error) {
    context.transcript.add('note', `the session could not be ended: ${error instanceof Error ? error.message : ''}`);
  }
}
