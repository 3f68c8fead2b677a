// What one check changes in the row of its endpoint's state. Pure.
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import type { Endpoint } from '@/lib/core/endpoint';
import type { StepReason } from '@/lib/core/history/reason-run';
import type { Outcome } from '@/lib/core/outcome';
import { configuredCredential } from '@/lib/core/status/configured-credential';
import { type CredentialRecord, credentialAnswer, recordAnswer } from '@/lib/core/status/credential-record';
import type { Judgement } from '@/lib/core/status/verdict';
import type { UnixMs } from '@/lib/core/time';

/** One visit with its meaning, at the instant under which it is stored. */
export interface JudgedVisit {
  endpointId: number;
  endpoint: Endpoint;
  at: UnixMs;
  outcome: Outcome;
  judgement: Judgement;
}

export function seenColumns(outcome: Outcome, { verdict, failure }: Judgement) {
  return {
    verdict,
    stage: failure?.stage ?? null,
    code: failure?.code ?? null,
    message: failure?.message ?? null,
    facts: failure?.facts ?? null,
    latencyMs: rounded(outcome.latencyMs),
    reachMs: rounded(outcome.timings.reach),
    handshakeMs: rounded(outcome.timings.handshake),
    toolsMs: rounded(outcome.timings.tools),
    dependenciesMs: rounded(outcome.timings.dependencies),
  };
}

/** The reason stays with its status: a check that disagrees with a confirmed status, so gives none, does not reword it. */
export function reasonColumns(status: EndpointStateRow['status'], reason: StepReason | null) {
  if (status === 'up') return { reasonStage: null, reasonCode: null, reasonMessage: null, reasonFacts: null };
  if (reason === null) return null;
  const { stage, code, message, facts } = reason;
  return { reasonStage: stage, reasonCode: code, reasonMessage: message, reasonFacts: facts ?? null };
}

/** What was heard stays known while the server is silent. */
export function heardColumns(outcome: Outcome) {
  return {
    ...(outcome.dialect && { dialect: outcome.dialect }),
    ...(outcome.protocolVersion && { protocolVersion: outcome.protocolVersion }),
    ...(outcome.serverName && { serverName: outcome.serverName }),
    ...(outcome.serverVersion && { serverVersion: outcome.serverVersion }),
    ...(outcome.catalogue && {
      toolCount: outcome.catalogue.tools.length,
      resourceCount: outcome.resourceCount,
      promptCount: outcome.promptCount,
    }),
  };
}

export interface TrustColumns extends CredentialRecord {
  certificateExpiresAt: UnixMs | null;
  credentialExpiresAt: UnixMs | null;
}

/** How we and the server trust each other: its certificate, our credential. Of the credential only its end is kept. */
export function trustColumns(state: EndpointStateRow, { endpoint, at, outcome, judgement }: JudgedVisit): TrustColumns {
  const { isGiven, expiresAt } = configuredCredential(endpoint);
  const answer = credentialAnswer(endpoint.type, outcome, judgement);
  return {
    ...recordAnswer(state, { at, hasCredential: isGiven, answer }),
    credentialExpiresAt: expiresAt,
    certificateExpiresAt: outcome.certificateExpiresAt ?? lastCertificateEnd(state, outcome),
  };
}

/** A server that cannot be reached keeps what it last showed; one that answers without TLS shows none any more. */
function lastCertificateEnd(state: EndpointStateRow, { failure }: Outcome): UnixMs | null {
  return failure === null ? null : state.certificateExpiresAt;
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms);
}
