// The canary call: one named tool called with fixed arguments, to notice a server that lists its tools but cannot run
// them. This file says whether the call is allowed and what its answer means; the calling is the prober's.

import { quotedName, shownName } from '@/lib/core/drift/shown-name';
import type { Failure } from '@/lib/core/failure';
import { safeText } from '@/lib/core/words/safe-text';
import { canonicalJson } from './canonical-json';
import type { CatalogueTool } from './catalogue';
import { valueAt } from './json-pointer';

/** What the answer must hold; all that is given must be true. */
export interface CanaryExpectation {
  /** Stands somewhere in the text blocks of the answer, letter by letter. */
  contains?: string;
  /** Where in the structured content to look (RFC 6901); the whole of it when absent. It must exist. */
  pointer?: string;
  /** What stands there; any value but undefined. Order of keys does not matter. */
  equals?: unknown;
  /** JSON Schema that holds for what stands there. */
  schema?: object;
}

export interface Canary {
  tool: string;
  arguments: Record<string, unknown>;
  expect?: CanaryExpectation;
  /** The call changes nothing that matters, although the tool does not say that it only reads. */
  iKnowItIsSafe?: boolean;
}

/** Null when the value fits the schema, else what does not fit. */
export type SchemaValidator = (schema: object, value: unknown) => string | null;

/** Why it must not be called, one line; null when it may. `tool` is what the server lists under that name. */
export function refusesCanary(tool: CatalogueTool | undefined, canary: Canary): string | null {
  const name = quotedName(canary.tool);
  if (tool === undefined) return `${name} is not listed`;
  if (canary.iKnowItIsSafe === true || memberOf(tool.annotations, 'readOnlyHint') === true) return null;
  return `${name} is not marked readOnlyHint; set "iKnowItIsSafe": true to call it all the same`;
}

/**
 * Judges the `result` of tools/call (MCP 2026-07-28, server/tools); null when it is as expected. The message holds no
 * text of the answer and none of the expectation: visitors may read it. Both stand in the detail, for administrators,
 * and the caller redacts it.
 */
export function judgeCanaryAnswer(result: unknown, canary: Canary, validate: SchemaValidator): Failure | null {
  const name = quotedName(canary.tool);
  const content = memberOf(result, 'content');
  const structured = memberOf(result, 'structuredContent');
  if (memberOf(result, 'resultType') === 'input_required') {
    return canaryFailure(canary, `${name} asks for more input instead of answering`, null);
  }
  if (!Array.isArray(content) && structured === undefined) {
    return canaryFailure(canary, `${name} answered without any content`, canonicalJson(result));
  }
  const text = textOf(content);
  if (memberOf(result, 'isError') === true) {
    return canaryFailure(canary, `${name} answered that the call failed`, text === '' ? null : text);
  }
  const { contains } = canary.expect ?? {};
  if (contains !== undefined && !text.includes(contains)) {
    return canaryFailure(
      canary,
      `the answer of ${name} lacks the expected text`,
      `expected ${quotedName(contains)} in: ${text}`,
    );
  }
  return judgeStructured(structured, canary, validate);
}

/** One line each: 300 characters for the message, 1,000 for the detail. `tool` is the one that was, or would be, called. */
export function canaryFailure({ tool }: Pick<Canary, 'tool'>, message: string, detail: string | null): Failure {
  return {
    stage: 'tools',
    code: 'canary_failed',
    message: safeText(message),
    facts: { names: [shownName(tool)] },
    detail: detail === null ? null : safeText(detail, 1_000),
  };
}

function judgeStructured(structured: unknown, canary: Canary, validate: SchemaValidator): Failure | null {
  const { pointer, equals, schema } = canary.expect ?? {};
  if (pointer === undefined && equals === undefined && schema === undefined) return null;
  const name = quotedName(canary.tool);
  if (structured === undefined) return canaryFailure(canary, `the answer of ${name} has no structured content`, null);
  const place = pointer ? `${quotedName(pointer)} in the answer of ${name}` : `the answer of ${name}`;
  const value = valueAt(structured, pointer ?? '');
  if (value === undefined) return canaryFailure(canary, `${place} is missing`, canonicalJson(structured));
  if (equals !== undefined && canonicalJson(value) !== canonicalJson(equals)) {
    const detail = `expected ${safeText(canonicalJson(equals), 200)}, got ${safeText(canonicalJson(value), 200)}`;
    return canaryFailure(canary, `${place} is not what is expected`, detail);
  }
  const problem = schema === undefined ? null : validate(schema, value);
  return problem === null ? null : canaryFailure(canary, `${place} does not fit the expected schema`, problem);
}

/** The text blocks of an answer, a line each; other kinds of content have no text to look in. */
function textOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  const texts = content.map((block: unknown) =>
    memberOf(block, 'type') === 'text' ? memberOf(block, 'text') : undefined,
  );
  return texts.filter((text) => typeof text === 'string').join('\n');
}

function memberOf(value: unknown, name: string): unknown {
  return Array.isArray(value) ? undefined : valueAt(value, `/${name}`);
}
