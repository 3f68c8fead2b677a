// Every error the prober can meet, in words: stage, code, and one line for people.
import { ProtocolError, SdkError, SdkErrorCode, SdkHttpError } from '@modelcontextprotocol/client';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FAILURE_CODES } from '@/lib/core/failure';
import { classify, type Evidence } from '@/lib/probe/fault/classify';
import { DeadlinePassed, ProbeFault } from '@/lib/probe/fault/probe-fault';
import { type Exchange, startExchange } from '@/lib/probe/fetch/exchange';
import { createRedactor } from '@/lib/probe/log/redact';

const redact = createRedactor([]);

function evidence(more: Partial<Evidence> = {}): Evidence {
  return { step: 'handshake', exchanges: [], isReached: true, redact, ...more };
}

function exchange(more: Partial<Exchange>): Exchange {
  const asked = { method: 'POST', headers: {} };
  return { ...startExchange(asked, new URL('http://db.internal:8080/mcp?key=abc'), 0), ...more };
}

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });
/** As undici's fetch and the SDK's negotiation wrap what happened. */
const wrapped = (cause: unknown) => {
  const fetchFailed = new TypeError('fetch failed', { cause });
  return new SdkError(
    SdkErrorCode.EraNegotiationFailed,
    'Version negotiation probe failed: fetch failed',
    {},
    { cause: fetchFailed },
  );
};

/** As parse() throws it. */
function schemaError(): unknown {
  return z.object({ jsonrpc: z.literal('2.0') }).safeParse({}).error;
}

describe('network', () => {
  test.each([
    ['ENOTFOUND', 'dns_not_found', 'the host name does not exist'],
    ['EAI_AGAIN', 'dns_failed', 'the name server did not answer'],
    ['ECONNREFUSED', 'refused', 'connection refused'],
    ['EHOSTUNREACH', 'unreachable', 'no route to the host'],
    ['ENETUNREACH', 'unreachable', 'the network is unreachable'],
    ['ECONNRESET', 'reset', 'the connection was closed before an answer'],
    ['UND_ERR_SOCKET', 'reset', 'the connection was closed before an answer'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect_timeout', 'no connection in time'],
    ['CERT_HAS_EXPIRED', 'tls_expired', 'the certificate has expired'],
    ['CERT_NOT_YET_VALID', 'tls_not_yet_valid', 'the certificate is not valid yet'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls_untrusted', 'the certificate is self-signed'],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'tls_untrusted',
      'the issuer of the certificate is unknown, or its chain incomplete',
    ],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_wrong_host', 'the certificate is for another host'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls_failed', 'the TLS handshake failed'],
    ['HPE_INVALID_CONSTANT', 'http_invalid', 'does not answer in HTTP'],
    ['UND_ERR_HEADERS_OVERFLOW', 'http_invalid', 'sends more than 16 KiB of headers'],
    ['EMFILE', 'unreachable', 'too many files are open on this machine'],
    ['UND_ERR_INVALID_ARG', 'http_invalid', 'the request cannot be written: look at the headers'],
    ['Z_DATA_ERROR', 'http_invalid', 'sends a body that cannot be decompressed'],
  ])('%s', (code, expected, message) => {
    for (const error of [coded(code), wrapped(coded(code)), new AggregateError([coded(code)])]) {
      expect(classify(error, evidence({ isReached: false }))).toMatchObject({
        stage: 'reach',
        code: expected,
        message,
      });
    }
  });

  test('the address stands in the detail alone', () => {
    const failure = classify(coded('ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.7:4100'), evidence());
    expect(failure.message).toBe('connection refused');
    expect(failure.detail).toContain('10.0.0.7:4100');
  });

  test('after the handshake it is the list that broke', () => {
    expect(classify(coded('ECONNRESET'), evidence({ step: 'tools' })).stage).toBe('tools');
  });
});

describe('JSON-RPC', () => {
  test.each([
    [-32700, 'Parse error', 'rpc_error', 'answers with error -32700 (parse error)'],
    [-32601, 'Method not found', 'rpc_error', 'answers with error -32601 (method not found)'],
    [-32000, 'Bad Request: <b>no</b>', 'rpc_error', 'answers with error -32000'],
    [-32001, 'Unauthorized', 'unauthorized', 'asks for a credential (error -32001)'],
    [-32001, 'Session not found', 'rpc_error', 'answers with error -32001'],
    [-32603, 'Invalid API key provided', 'unauthorized', 'asks for a credential (error -32603)'],
    [401, 'no', 'unauthorized', 'asks for a credential (error 401)'],
    [-32003, 'Permission denied', 'forbidden', 'refuses access (error -32003)'],
    [-32022, 'no', 'version_unsupported', 'speaks another protocol version; Rollcall speaks 2024-10-07 to 2026-07-28'],
  ])('%i %s', (code, text, expected, message) => {
    const failure = classify(new ProtocolError(code, text), evidence());
    expect(failure).toMatchObject({ stage: 'handshake', code: expected, message });
    expect(failure.detail).toContain(text);
  });
});

describe('HTTP', () => {
  const http = (status: number, text = '') =>
    new SdkHttpError(SdkErrorCode.ClientHttpNotImplemented, 'x', { status, text });

  test('429 and 503 with Retry-After are told from failures', () => {
    const asked = (status: number, retryAfter: string | null) =>
      classify(http(status), evidence({ exchanges: [exchange({ status, retryAfter })] })).code;
    expect([asked(429, null), asked(503, '5'), asked(503, null)]).toEqual([
      'throttled',
      'throttled',
      'http_server_error',
    ]);
  });

  test('404 with a session is a lost session, without one a wrong address', () => {
    const asked = (hadSession: boolean) =>
      classify(http(404), evidence({ exchanges: [exchange({ status: 404, hadSession })] })).code;
    expect([asked(true), asked(false)]).toEqual(['session_lost', 'http_not_found']);
  });

  test('a body is never quoted to visitors', () => {
    const failure = classify(http(500, '<html>stack trace of db.internal'), evidence());
    expect(failure.message).toBe('the server fails (HTTP 500)');
    expect(failure.detail).toContain('stack trace');
  });
});

describe('the deadline', () => {
  const late = new DeadlinePassed(2_500);
  test.each<[string, Partial<Evidence>, string, string, string]>([
    [
      'before a connection',
      { exchanges: [exchange({})], isReached: false },
      'reach',
      'connect_timeout',
      'no connection within 2.5 s',
    ],
    [
      'before an answer',
      { exchanges: [exchange({ connectedMs: 1 })], isReached: false },
      'reach',
      'timeout',
      'accepts the connection, but did not answer within 2.5 s',
    ],
    [
      'in the handshake',
      { exchanges: [exchange({ connectedMs: 1, answeredMs: 2 })] },
      'handshake',
      'timeout',
      'did not shake hands within 2.5 s',
    ],
    [
      'in the list',
      { step: 'tools', exchanges: [exchange({ answeredMs: 2 })] },
      'tools',
      'timeout',
      'did not list its tools within 2.5 s',
    ],
  ])('%s', (_name, seen, stage, code, message) => {
    expect(classify(late, evidence(seen))).toMatchObject({ stage, code, message });
  });
});

describe('what is no answer', () => {
  test.each<[string, unknown, string, string]>([
    ['broken JSON', new SyntaxError('Unexpected token'), 'bad_json', 'answers with broken JSON'],
    ['a schema error', schemaError(), 'bad_answer', 'answers with something that is no JSON-RPC message'],
    [
      'an invalid result',
      new SdkError(
        SdkErrorCode.InvalidResult,
        `Invalid result for initialize: ${JSON.stringify([{ path: ['tools', 3, 'inputSchema'], message: 'expected object, received undefined' }])}`,
      ),
      'bad_answer',
      'answers initialize wrongly: tools[3].inputSchema is missing',
    ],
    [
      'a wrong content type',
      new SdkError(SdkErrorCode.ClientHttpUnexpectedContent, 'x'),
      'not_mcp',
      'answers, but not in MCP',
    ],
    [
      'an unknown version',
      new Error("Server's protocol version is not supported: 1999-01-01"),
      'version_unsupported',
      'speaks MCP 1999-01-01; Rollcall speaks 2024-10-07 to 2026-07-28',
    ],
    ['our own guard, deep inside', wrapped(new ProbeFault('flooded', 'asks too much')), 'flooded', 'asks too much'],
    [
      'anything else',
      new Error('\u001b[31mboom\nat line 3'),
      'bad_answer',
      'does not shake hands as the protocol asks',
    ],
    ['no error at all', 'boom', 'bad_answer', 'does not shake hands as the protocol asks'],
    ['what no string can be made of', { toString: '' }, 'bad_answer', 'does not shake hands as the protocol asks'],
  ])('%s', (_name, error, code, message) => expect(classify(error, evidence())).toMatchObject({ code, message }));
});

test('whatever is thrown becomes one readable line', () => {
  const thrown = fc.oneof(
    fc.anything(),
    fc.tuple(fc.string(), fc.string()).map(([code, message]) => coded(code, message)),
    fc.tuple(fc.integer(), fc.string({ unit: 'binary' })).map(([code, message]) => new ProtocolError(code, message)),
    fc
      .string({ unit: 'binary' })
      .map((text) => new SdkError(SdkErrorCode.InvalidResult, `Invalid result for x: ${text}`)),
  );
  fc.assert(
    fc.property(thrown, (error) => {
      const failure = classify(error, evidence());
      expect(FAILURE_CODES).toContain(failure.code);
      expect(failure.message).toMatch(/^\P{Cc}{1,300}$/u);
    }),
  );
});
