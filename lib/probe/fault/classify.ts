// From what was thrown and what was seen on the wire to a Failure that a person understands at night. Pure.
import { inspect } from 'node:util';
import {
  InsufficientScopeError,
  ProtocolError,
  SdkError,
  SdkHttpError,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { ZodError } from 'zod';
import type { Failure, Stage } from '@/lib/core/failure';
import { causesOf, codeOf } from '@/lib/net/error-causes';
import { BlockedAddress } from '@/lib/net/filtered-lookup';
import type { Exchange } from '@/lib/probe/fetch/exchange';
import { type Redact, toDetail, toFacts, toMessage } from '@/lib/probe/log/redact';
import { textField } from '@/lib/probe/wire/field';
import { httpFault, SESSION_LOST } from './http-fault';
import { blockedFault, networkFault } from './network-fault';
import { DeadlinePassed, ProbeFault } from './probe-fault';
import { rpcFault, versionFault } from './rpc-fault';
import { describeIssue, sdkFault } from './sdk-fault';

/** How far a client's walk had come: until the handshake is through, reading the lists after it, or calling a tool. */
export type Step = 'handshake' | 'tools' | 'canary';

export interface Evidence {
  step: Step;
  /** HTTP requests in order; empty for stdio. */
  exchanges: readonly Exchange[];
  /** The server was reached: it answered in HTTP, or its process runs. */
  isReached: boolean;
  redact: Redact;
}

/** Total: whatever was thrown becomes a Failure with a closed code, one line, redacted. */
export function classify(error: unknown, evidence: Evidence): Failure {
  const fault = toFault(error, evidence);
  return {
    stage: stageOf(fault, evidence),
    code: fault.code,
    message: toMessage(fault.message, evidence.redact),
    ...toFacts(fault.facts, evidence.redact),
    detail: fault.detail === null ? null : toDetail(fault.detail, evidence.redact),
  };
}

/** The fault of the innermost cause that says something definite. */
export function toFault(error: unknown, evidence: Pick<Evidence, 'step' | 'exchanges'>): ProbeFault {
  for (const cause of causesOf(error).reverse()) {
    const fault = faultOf(cause, evidence);
    if (fault !== null) return fault;
  }
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : inspect(error);
  return new ProbeFault('bad_answer', `does not ${PURPOSE[evidence.step]} as the protocol asks`, text);
}

const PURPOSE: Record<Step, string> = { handshake: 'shake hands', tools: 'list its tools', canary: 'answer' };

function faultOf(error: unknown, evidence: Pick<Evidence, 'step' | 'exchanges'>): ProbeFault | null {
  if (error instanceof ProbeFault) return error;
  if (error instanceof BlockedAddress) return blockedFault(error);
  if (error instanceof DeadlinePassed) return deadlineFault(error, evidence);
  if (!(error instanceof Error)) return null;
  if (error instanceof ZodError) return noMessageFault(error);
  if (error instanceof SyntaxError) return new ProbeFault('bad_json', 'answers with broken JSON', error.message);
  if (error instanceof UnauthorizedError) return new ProbeFault('unauthorized', 'asks for a credential');
  if (error instanceof InsufficientScopeError)
    return new ProbeFault('forbidden', 'the credential lacks a scope', error.message);
  if (error instanceof ProtocolError) return protocolFault(error, evidence.step);
  if (error instanceof SdkHttpError) return sdkHttpFault(error, evidence.exchanges);
  if (error instanceof SdkError) return sdkFault(error);
  const version = /protocol version is not supported: (.*)$/s.exec(error.message)?.[1];
  if (version !== undefined) return versionFault([version], `answered initialize with ${version}`);
  const code = codeOf(error);
  return code === null ? null : networkFault(code, error.message);
}

function deadlineFault(error: DeadlinePassed, { step, exchanges }: Pick<Evidence, 'step' | 'exchanges'>): ProbeFault {
  const span = `${Number((error.timeoutMs / 1_000).toFixed(1))} s`;
  const facts = { limitMs: error.timeoutMs };
  const last = exchanges.at(-1);
  if (
    last !== undefined &&
    exchanges.every((exchange) => exchange.answeredMs === null && exchange.connectedMs === null)
  ) {
    return new ProbeFault('connect_timeout', `no connection within ${span}`, null, facts);
  }
  if (exchanges.length > 0 && exchanges.every((exchange) => exchange.answeredMs === null)) {
    return new ProbeFault('timeout', `accepts the connection, but did not answer within ${span}`, null, facts);
  }
  return new ProbeFault('timeout', `did not ${PURPOSE[step]} within ${span}`, null, facts);
}

function sdkHttpFault(error: SdkHttpError, exchanges: readonly Exchange[]): ProbeFault | null {
  const exchange = exchanges.findLast((candidate) => candidate.status === error.status);
  return httpFault({
    status: error.status,
    text: textField(error.data, 'text') ?? '',
    hasRetryAfter: exchange?.retryAfter != null,
    hadSession: exchange?.hadSession ?? false,
    rpcMethod: exchange?.rpcMethod ?? null,
  });
}

/** Some servers refuse a session with 200 and an error, where the protocol asks for 404. */
function protocolFault({ code, message, data }: ProtocolError, step: Step): ProbeFault {
  const isLoss =
    step !== 'handshake' && /\bsession\b.{0,40}\b(not found|expired|unknown|invalid|terminated)\b/i.test(message);
  if (isLoss) return new ProbeFault('session_lost', SESSION_LOST, `${code}: ${message}`);
  return rpcFault({ code, message, data });
}

function noMessageFault({ issues: [first] }: ZodError): ProbeFault {
  const detail = first === undefined ? null : describeIssue(first.path, first.message);
  return new ProbeFault('bad_answer', 'answers with something that is no JSON-RPC message', detail);
}

const REACH_CODES: ReadonlySet<string> = new Set([
  'dns_not_found',
  'dns_failed',
  'refused',
  'unreachable',
  'connect_timeout',
  'blocked',
  'tls_expired',
  'tls_not_yet_valid',
  'tls_untrusted',
  'tls_wrong_host',
  'tls_failed',
  'http_not_found',
  'http_client_error',
  'http_server_error',
  'http_invalid',
  'throttled',
  'redirected',
]);

/** A network or HTTP fault breaks `reach` as long as nothing was answered in MCP; afterwards it breaks what was being done. */
function stageOf(fault: ProbeFault, evidence: Evidence): Stage {
  if (evidence.step !== 'handshake') return 'tools';
  if (REACH_CODES.has(fault.code)) return hasGreeted(evidence) ? 'handshake' : 'reach';
  const needsReach = fault.code === 'timeout' || fault.code === 'reset';
  return needsReach && !evidence.isReached ? 'reach' : 'handshake';
}

/** Clients confirm the handshake only once `initialize` was answered. */
function hasGreeted({ exchanges }: Evidence): boolean {
  return exchanges.some(({ rpcMethod }) => rpcMethod === 'notifications/initialized');
}
