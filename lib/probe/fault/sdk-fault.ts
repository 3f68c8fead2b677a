// What the errors of the SDK's client mean. Their texts are dumps of schemas; only the first path of them is told.
import { type SdkError, SdkErrorCode } from '@modelcontextprotocol/client';
import { field } from '@/lib/probe/wire/field';
import { ProbeFault } from './probe-fault';

/** Null where the cause inside says more, or nothing is known. */
export function sdkFault(error: SdkError): ProbeFault | null {
  switch (error.code) {
    case SdkErrorCode.RequestTimeout:
      return new ProbeFault('timeout', 'did not answer in time', error.message);
    case SdkErrorCode.ConnectionClosed:
      return new ProbeFault('stream_ended', 'closed the connection before it answered');
    case SdkErrorCode.InvalidResult:
      return invalidResultFault(error.message);
    case SdkErrorCode.UnsupportedResultType:
      return new ProbeFault('bad_answer', 'answers with a kind of result that no list has', error.message);
    case SdkErrorCode.ClientHttpUnexpectedContent:
      return new ProbeFault('not_mcp', 'answers, but not in MCP', error.message);
    default:
      return null;
  }
}

/** The text is "Invalid result for initialize: " and the JSON of all issues that zod found. */
function invalidResultFault(text: string): ProbeFault {
  const [, method = 'the request', dump = ''] = /^Invalid result for (\S+): (.*)$/s.exec(text) ?? [];
  const issue = firstIssueOf(dump);
  const what =
    issue === null ? 'the result is not valid' : describeIssue(field(issue, 'path'), field(issue, 'message'));
  return new ProbeFault('bad_answer', `answers ${method} wrongly: ${what}`, dump.slice(0, 500));
}

function firstIssueOf(dump: string): unknown {
  try {
    const issues: unknown = JSON.parse(dump);
    return Array.isArray(issues) ? (issues[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** "tools[3].inputSchema is missing" */
export function describeIssue(path: unknown, message: unknown): string {
  const parts = Array.isArray(path) ? path : [];
  const named = parts.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const isMissing = typeof message === 'string' && message.includes('received undefined');
  return `${named === '' ? 'the result' : named.replace(/^\./, '').slice(0, 100)} is ${isMissing ? 'missing' : 'not valid'}`;
}
