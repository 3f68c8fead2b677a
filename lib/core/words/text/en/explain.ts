// What is wrong with one server and what its users notice, in English. Alerts say it in these words too.
import type { FailureCode, Stage } from '@/lib/core/failure';

/** How a server came to refuse our credential, with its instants in words. */
export interface RefusalFacts {
  hasCredential: boolean;
  /** Null when it never let us in. */
  acceptedUntil: string | null;
  rejectedSince: string;
}

export const explain = {
  /** Each follows the name of the server: "github-tools refuses the connection". */
  titles: {
    dns_not_found: 'is not found in DNS',
    dns_failed: 'cannot be looked up in DNS',
    refused: 'refuses the connection',
    unreachable: 'cannot be reached',
    reset: 'drops the connection',
    connect_timeout: 'accepts no connection',
    blocked: 'may not be called from here',
    tls_expired: 'shows an expired certificate',
    tls_not_yet_valid: 'shows a certificate that is not valid yet',
    tls_untrusted: 'shows a certificate that is not trusted',
    tls_wrong_host: 'shows a certificate for another host',
    tls_failed: 'cannot be reached over TLS',
    http_not_found: 'is not found at its address',
    http_client_error: 'rejects the request',
    http_server_error: 'fails with a server error',
    throttled: 'asks to be called less often',
    redirected: 'redirects callers elsewhere',
    http_invalid: 'does not speak HTTP',
    command_not_found: 'cannot be started',
    command_failed: 'cannot be started',
    exited: 'exits before it answers',
    timeout: 'does not answer in time',
    too_large: 'answers with more than a client takes',
    stream_ended: 'hangs up before it answers',
    flooded: 'floods its callers with requests',
    unauthorized: 'refuses our credential',
    forbidden: 'denies us access',
    not_mcp: 'answers, but not in MCP',
    bad_json: 'answers with broken JSON',
    bad_answer: 'does not keep to the protocol',
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
  } satisfies Record<FailureCode, string>,
  refusesHandshake: 'refuses the handshake',
  isStatus: (title: string, status: string) => `${title} is ${status.toLowerCase()}`,
  since: (status: string, when: string, span: string) => `${status} since ${when}, ${span}`,
  healthUrl: 'health URL',
  tools: { one: 'tool', many: 'tools' },
  throttledNote: 'Throttled: it asks to be called less often, so the next call waits.',
  askedAgainNote: 'Missed its last call, asking again.',
  maintenanceNote: 'Planned maintenance: calls that fail now do not count.',
  pausedNote: 'Paused: it is not called.',
  /** How far a client gets; each is followed by the message of the stage that stops it. */
  starts: {
    notCalled: 'Not called: ',
    locked: 'The server answers, but not to us: ',
    slow: 'Everything answers, but late: ',
    throttled: 'Throttled: ',
    list: 'Its tool list is not right: ',
    canary: 'Its tools are listed, but a call fails: ',
    notStarted: 'Does not start: ',
    protocolAnswers: 'The protocol answers; ',
    healthSays: '/health says: ',
  },
  stages: {
    reach: 'Cannot be reached: ',
    handshake: 'Reached, but the handshake fails: ',
    tools: 'The handshake works, its tools do not: ',
  } satisfies Record<Exclude<Stage, 'dependencies'>, string>,
  lockedEffect: 'Clients with a valid credential may still be served, so this does not count as downtime.',
  noClient: 'No MCP client can work with it until it answers again.',
  toolsGone: (count: number, shownCount: string, client: string | null) =>
    `${count === 1 ? 'Its only tool is' : `Its ${shownCount} are`} missing from ${client ?? 'every client'} until it answers again.`,
  /** Of a server that is degraded, where the code says what its users notice. */
  effects: {
    slow: 'Its tools work, but clients have to wait for them.',
    throttled: 'Other clients may be turned away too.',
    canary_failed: 'Its tools are listed, but calling them may fail.',
    tools_missing: 'Agents that need what is missing will fail; its other tools work.',
    tools_empty: 'Clients see none of its tools.',
    tools_incomplete: 'Clients may see only some of its tools.',
    tools_invalid: 'Clients drop the faulty tools, and some of them the whole list.',
    tools_duplicate: 'Which of the tools with the same name a client calls is left to chance.',
  } satisfies Partial<Record<FailureCode, string>>,
  dependencyEffect: (count: number, shownCount: string, names: string) =>
    `${count === 1 ? 'Its tool is' : `All ${shownCount} are`} listed, but calls that need ${names} may fail.`,
  /** Without its stop. */
  refusal: ({ hasCredential, acceptedUntil, rejectedSince }: RefusalFacts): string => {
    if (acceptedUntil === null) {
      return hasCredential
        ? `Our credential has never been accepted: rejected since ${rejectedSince}`
        : 'It asks for a credential, and none was ever given';
    }
    return hasCredential
      ? `Our credential was accepted until ${acceptedUntil} and has been rejected since ${rejectedSince}`
      : `It answered without a credential until ${acceptedUntil} and has asked for one since ${rejectedSince}`;
  },
};
