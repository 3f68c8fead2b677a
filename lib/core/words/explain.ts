// What is wrong with one server, said to people who use it: a title, the reason at its stage, what they will notice.
// It knows the closed failure codes; the little remote text it repeats arrives redacted and leaves as one safe line.

import type { FailureCode } from '@/lib/core/failure';
import { explainRefusal } from '@/lib/core/status/credential';
import type { UnixMs } from '@/lib/core/time';
import type { DependencyView, Reason, ServerView } from '@/lib/core/view';
import { countText, durationText, latencyText, listText, whenText } from './format';
import { safeText } from './safe-text';
import { STATUS_WORDS } from './sentence';

/** As much of a server as words about its trouble need. */
export interface Troubled extends Pick<ServerView, 'type' | 'status' | 'reason' | 'toolCount'> {
  dependencies: readonly Pick<DependencyView, 'name' | 'state'>[];
}

/** Follows the name of the server: "github-tools refuses the connection". */
const TITLES: Record<FailureCode, string> = {
  dns_not_found: 'has no address',
  dns_failed: 'cannot be looked up',
  refused: 'refuses the connection',
  unreachable: 'cannot be reached',
  reset: 'drops the connection',
  connect_timeout: 'does not pick up',
  blocked: 'may not be called from here',
  tls_expired: 'shows an expired certificate',
  tls_not_yet_valid: 'shows a certificate that is not valid yet',
  tls_untrusted: 'shows a certificate nobody vouches for',
  tls_wrong_host: 'shows a certificate of another name',
  tls_failed: 'cannot be reached over TLS',
  http_not_found: 'is not at its address',
  http_client_error: 'rejects the request',
  http_server_error: 'fails with a server error',
  throttled: 'turns callers away',
  redirected: 'sends callers elsewhere',
  http_invalid: 'does not speak HTTP',
  command_not_found: 'cannot be started',
  command_failed: 'cannot be started',
  exited: 'exits before it answers',
  timeout: 'does not answer in time',
  too_large: 'answers with more than a client takes',
  stream_ended: 'hangs up before it answers',
  flooded: 'floods its callers with requests',
  unauthorized: 'refuses our credential',
  forbidden: 'forbids us to call',
  not_mcp: 'answers, but not in MCP',
  bad_json: 'answers with broken JSON',
  bad_answer: 'answers against the protocol',
  rpc_error: 'answers with an error',
  version_unsupported: 'speaks no protocol version we know',
  session_lost: 'loses its session at once',
  tools_invalid: 'lists tools that no client can use',
  tools_duplicate: 'lists a tool twice',
  tools_missing: 'lacks tools it should have',
  tools_incomplete: 'breaks off its tool list',
  tools_empty: 'lists no tools',
  dependency_failed: 'has a failing dependency',
  health_failed: 'reports that it is not well',
  canary_failed: 'lists its tools, but fails when one is called',
  slow: 'answers slowly',
};

/** "github-tools refuses the connection". */
export function troubleTitle(server: ServerView): string {
  const code = server.reason?.code;
  if (!code) return `${server.title} is ${STATUS_WORDS[server.status].toLowerCase()}`;
  if (code === 'rpc_error' && server.reason?.stage === 'handshake') return `${server.title} refuses the handshake`;
  return `${server.title} ${TITLES[code]}`;
}

/** "Degraded since 13:54, 9 minutes". Null before the first check. */
export function sinceText(server: ServerView, now: UnixMs, timezone: string): string | null {
  if (server.since === null) return null;
  const word = STATUS_WORDS[server.status];
  return `${word} since ${whenText(server.since, now, timezone)}, ${durationText(now - server.since)}`;
}

/** How far a client gets, and the message of the stage that stops it. Null when nothing is wrong. */
export function reasonText(server: Troubled): string | null {
  const { reason } = server;
  if (!reason) return null;
  return `${reasonStart(server, reason)}${safeText(reason.message)}`;
}

/** "http · 12 tools · p95 380 ms"; parts that are not known are left out. */
export function serverFacts({ type, toolCount, p95Ms }: ServerView): string {
  const facts = [type === 'health' ? 'health URL' : type];
  if (toolCount !== null && type !== 'health') facts.push(countText(toolCount, 'tool'));
  if (p95Ms !== null) facts.push(`p95 ${latencyText(p95Ms)}`);
  return facts.join(' · ');
}

/** The plain sentence under a server's name. Null when there is nothing to say but "up". */
export function noteText(server: ServerView): string | null {
  const sentences: string[] = [];
  if (server.isBeingAskedAgain) sentences.push(askedAgainText(server));
  const reason = reasonText(server);
  if (reason) sentences.push(`${reason}.`);
  if (server.status === 'maintenance') sentences.push('Planned maintenance: calls that fail now do not count.');
  if (server.status === 'paused') sentences.push('Paused: it is not called.');
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** "Our credential was accepted until 13:40 and has been rejected since 13:41." Null when it is not refused. */
export function refusalText({ refused }: ServerView, now: UnixMs, timezone: string): string | null {
  return refused && explainRefusal({ ...refused, challenge: null }, now, timezone).sentence;
}

/** What people who use the server will notice. Null when that cannot be said. */
export function effectText(server: Troubled): string | null {
  switch (server.status) {
    case 'down':
      return server.type === 'health' ? null : downEffect(server.toolCount);
    case 'degraded':
      return degradedEffect(server);
    case 'locked':
      return 'Clients with a good credential may well be served, so this does not count as downtime.';
    case 'up':
    case 'unknown':
    case 'maintenance':
    case 'paused':
      return null;
    default:
      return server.status satisfies never;
  }
}

/** A server that throttles is not asked again at once. */
function askedAgainText({ isThrottled }: ServerView): string {
  return isThrottled
    ? 'Throttled: it asks to be called less often, so the next call waits.'
    : 'Missed its last call, asking again.';
}

/** Most messages about /health say so themselves. */
const HEALTH_TOLD = /^\/health\b/;

function reasonStart(server: Troubled, { code, stage, message }: Reason): string {
  if (server.status === 'unknown') return 'Not called: ';
  if (server.status === 'locked') return 'The server answers, but not to us: ';
  if (code === 'slow') return 'Everything answers, but late: ';
  if (code === 'throttled') return 'Throttled: ';
  switch (stage) {
    case null:
      return '';
    case 'reach':
      return server.type === 'stdio' ? 'Does not start: ' : 'Cannot be reached: ';
    case 'handshake':
      return 'Reached, but the handshake fails: ';
    case 'tools':
      return 'The handshake works, its tools do not: ';
    case 'dependencies':
      return `${server.type === 'health' ? '' : 'The protocol answers; '}${HEALTH_TOLD.test(message) ? '' : '/health says: '}`;
    default:
      return stage satisfies never;
  }
}

function downEffect(toolCount: number | null): string {
  if (!toolCount) return 'No MCP client can work with it until it answers again.';
  const tools = toolCount === 1 ? 'Its only tool is' : `Its ${countText(toolCount, 'tool')} are`;
  return `${tools} missing from every client until it answers again.`;
}

function degradedEffect(server: Troubled): string | null {
  if (server.reason?.code === 'slow') return 'Its tools work, but clients have to wait for them.';
  if (server.reason?.code === 'throttled') return 'Other clients may be turned away too.';
  if (server.reason?.code === 'canary_failed') return 'Its tools are listed, but calling them may fail.';
  if (server.reason?.stage === 'tools') return 'Calls that need what is not right in the list will fail.';
  const bad = badDependencies(server);
  if (server.reason?.stage !== 'dependencies' || bad.length === 0 || !server.toolCount) return null;
  const all = server.toolCount === 1 ? 'Its tool is' : `All ${countText(server.toolCount, 'tool')} are`;
  return `${all} listed, but calls that need ${listText(bad)} may fail.`;
}

/** Names of what /health calls bad; they come from a remote body. */
export function badDependencies({ dependencies }: Pick<Troubled, 'dependencies'>): string[] {
  return dependencies
    .filter(({ state }) => state === 'failed' || state === 'degraded')
    .map(({ name }) => safeText(name, 60));
}
