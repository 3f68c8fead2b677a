import { describe, expect, test } from 'vitest';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Failure } from '@/lib/core/failure';
import { emptyOutcome, type Outcome } from '@/lib/core/outcome';
import {
  type CredentialAnswer,
  type CredentialRecord,
  credentialAnswer,
  recordAnswer,
} from '@/lib/core/status/credential-record';
import { judge } from '@/lib/core/status/verdict';
import { anEndpoint, answered, failed, REFUSED, THROTTLED, UNAUTHORIZED } from '@/tests/fixtures/endpoints';

const AT = 9_000;
const FRESH: CredentialRecord = { hasCredential: true, lastAcceptedAt: null, rejectedSince: null };
const ACCEPTED: CredentialRecord = { ...FRESH, lastAcceptedAt: 5_000 };
const REJECTED: CredentialRecord = { ...ACCEPTED, rejectedSince: 6_000 };

describe('recordAnswer', () => {
  test.each<[string, CredentialRecord, CredentialAnswer, Partial<CredentialRecord>]>([
    ['accepted at first', FRESH, 'accepted', { lastAcceptedAt: AT }],
    ['accepted again', ACCEPTED, 'accepted', { lastAcceptedAt: AT }],
    ['accepted after all', REJECTED, 'accepted', { lastAcceptedAt: AT, rejectedSince: null }],
    ['refused at first', FRESH, 'refused', { rejectedSince: AT }],
    ['refused after it was accepted', ACCEPTED, 'refused', { rejectedSince: AT }],
    ['refused again: the run goes on', REJECTED, 'refused', {}],
    ['silent in between: the run goes on', REJECTED, 'unknown', {}],
    ['silent', ACCEPTED, 'unknown', {}],
  ])('%s', (_case, before, answer, changed) => {
    expect(recordAnswer(before, { at: AT, hasCredential: true, answer })).toEqual({ ...before, ...changed });
  });

  test.each<[string, boolean]>([
    ['given since', true],
    ['taken away since', false],
  ])('a credential that was %s begins anew', (_case, hasCredential) => {
    const before = { ...REJECTED, hasCredential: !hasCredential };
    const after = recordAnswer(before, { at: AT, hasCredential, answer: 'refused' });
    expect(after).toEqual({ hasCredential, lastAcceptedAt: null, rejectedSince: AT });
  });
});

const health = { url: 'https://billing.test/health', headers: {}, required: false, public: false };
const alone: Endpoint = anEndpoint({ type: 'health', target: { kind: 'health' }, health });

function said(failure: Failure | null): Outcome {
  return { ...emptyOutcome(), health: { httpStatus: 200, dependencies: [], failure } };
}

function unwell(code: Failure['code']): Failure {
  return { stage: 'dependencies', code, message: 'x', detail: null };
}

describe('credentialAnswer', () => {
  test.each<[string, Endpoint, Outcome, CredentialAnswer]>([
    ['up', anEndpoint(), answered(), 'accepted'],
    ['degraded by what it lists', anEndpoint({ expectTools: ['missing'] }), answered(), 'accepted'],
    [
      'down by its health only',
      anEndpoint({ health: { ...health, required: true } }),
      { ...answered(), ...said(unwell('health_failed')), ...{ failure: null } },
      'accepted',
    ],
    ['refused', anEndpoint(), failed(UNAUTHORIZED), 'refused'],
    ['unreachable', anEndpoint(), failed(REFUSED), 'unknown'],
    ['throttled', anEndpoint(), failed(THROTTLED), 'unknown'],
    ['a good health URL', alone, said(null), 'accepted'],
    ['an unwell health URL', alone, said(unwell('dependency_failed')), 'accepted'],
    ['a health URL that refuses', alone, said(unwell('forbidden')), 'refused'],
    ['a health URL that is not there', alone, said(unwell('refused')), 'unknown'],
  ])('%s', (_case, endpoint, outcome, expected) => {
    expect(credentialAnswer(endpoint.type, outcome, judge(outcome, endpoint))).toBe(expected);
  });
});
