// A zod issue in words for whoever edits the file. Knows zod's issues and nothing of our schemas.
import type { z } from 'zod';
import type { JSONPath } from '@/lib/config/files/json-document';

export interface SchemaFault {
  path: JSONPath;
  /** The key is not known, and nothing else is wrong with it. */
  isUnknownKey: boolean;
  /** "must be a number": follows the name of the key. */
  message: string;
}

type Issue = z.core.$ZodIssue;

/** Any other text is our own, written for people. */
const ZOD_UNION_MESSAGE = 'Invalid input';

const EXPECTED: Record<string, string> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object { … }',
  record: 'an object { … }',
  array: 'a list [ … ]',
};

/** One fault for each key concerned; of a union the form that the author most likely meant. */
export function faultsOf(issues: readonly Issue[], parents: JSONPath = []): SchemaFault[] {
  return issues.flatMap((issue) => {
    const path = [...parents, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], isUnknownKey: true, message: 'is not a known key' }));
    }
    if (issue.code === 'invalid_union' && issue.message === ZOD_UNION_MESSAGE) {
      const meant = issue.errors.find((branch) => !branch.some(isOfOtherType));
      if (meant !== undefined) return faultsOf(meant, path);
    }
    return [{ path, isUnknownKey: false, message: messageOf(issue) }];
  });
}

/** A branch that already fails on the type of the whole value was not the one meant. */
function isOfOtherType(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => `"${String(value)}"`).join(' or ')}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'must be an http or https URL' : issue.message;
    case 'invalid_union':
      return unionMessage(issue);
    default:
      // Our own refinements, whose messages are written for people.
      return issue.message;
  }
}

function unionMessage(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const types = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : []));
  return issue.message !== ZOD_UNION_MESSAGE
    ? issue.message
    : `must be ${types.map((type) => EXPECTED[type] ?? type).join(' or ')}`;
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' entries long' : '';
}
