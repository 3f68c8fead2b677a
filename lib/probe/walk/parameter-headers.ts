// The headers in which a client of 2026-07-28 repeats the arguments that a tool marks with `x-mcp-header` (SEP-2243).
// A server may refuse a call without them. Pure; the schema is hostile, the arguments are our own.
import { field, isObject, textField } from '@/lib/probe/wire/field';

/** RFC 9110, token; longer names are nobody's wish. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
/** What a header carries as it is; all else goes as Base64. */
const PLAIN = /^(?![\t ])[\t\x20-\x7e]+(?<![\t ])$/;
const BASE64_MARK = /^=\?base64\?.*\?=$/s;

/** Walks the arguments, not the schema, so that the work is bounded by what we send. */
export function parameterHeaders(schema: unknown, given: object): Record<string, string> {
  const properties = field(schema, 'properties');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const property = field(properties, name);
    const header = textField(property, 'x-mcp-header');
    const text = textOf(value);
    if (header !== null && NAME.test(header) && text !== null) headers[`mcp-param-${header.toLowerCase()}`] = text;
    else if (isObject(value)) Object.assign(headers, parameterHeaders(property, value));
  }
  return headers;
}

/** Null for what no header may stand for: objects, lists, null and numbers that are not exact. */
function textOf(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return encoded(value);
    case 'boolean':
      return String(value);
    case 'number':
      return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : String(value);
    default:
      return null;
  }
}

function encoded(text: string): string {
  if (PLAIN.test(text) && !BASE64_MARK.test(text)) return text;
  return `=?base64?${Buffer.from(text).toString('base64')}?=`;
}
