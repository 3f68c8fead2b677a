// Which headers an entry may send. Those that steer the connection or the protocol are the prober's alone: a configured
// one could smuggle a request or break the session. Pure.

export type HeaderCheck = { verdict: 'fine' | 'redundant' } | { verdict: 'refused'; message: string; remedy: string };

/** RFC 9110, token. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** What fetch can carry: tab, printable ASCII and Latin-1 (fetch standard, header value). */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** RFC 9110 section 7.6.1 and the older names of the same kind. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const OWN = /^(host|accept|expect|last-event-id|mcp-.*|content-.*)$/;

/** What every MCP client sends itself; many a file repeats it, which harms nobody. */
const REDUNDANT: Record<string, RegExp> = {
  'content-type': /^application\/json(;\s*charset=utf-8)?$/i,
  accept:
    /^(\*\/\*|application\/json|text\/event-stream|application\/json,\s*text\/event-stream|text\/event-stream,\s*application\/json)$/i,
};

/** Messages name the header, never its value. */
export function checkHeader(name: string, value: string): HeaderCheck {
  if (!NAME.test(name)) {
    const message =
      name === '' ? 'a header has no name' : `the header name "${name}" holds characters that are not allowed`;
    return { verdict: 'refused', message, remedy: 'Use letters, digits and hyphens.' };
  }
  const lowercase = name.toLowerCase();
  if (REDUNDANT[lowercase]?.test(value.trim())) return { verdict: 'redundant' };
  if (HOP_BY_HOP.has(lowercase) || OWN.test(lowercase)) {
    return {
      verdict: 'refused',
      message: `the header "${name}" may not be set`,
      remedy: 'Remove it: Rollcall sets it itself.',
    };
  }
  if (/[\r\n\0]/.test(value)) {
    const message = `the header "${name}" holds a line break or NUL`;
    return { verdict: 'refused', message, remedy: 'Remove it; a file that holds a token often ends in a line break.' };
  }
  if (!VALUE.test(value)) {
    const message = `the header "${name}" holds a character that no header can carry`;
    return { verdict: 'refused', message, remedy: 'Use printable ASCII characters.' };
  }
  return { verdict: 'fine' };
}
