// Looks through the layers in which undici, Node and the SDK wrap what happened.

/** One more than was ever seen. */
const MAX_CAUSES = 6;

/** The error and what caused it, outermost first. An AggregateError (both address families failed) counts by its first. */
export function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  let current = error;
  while (current !== undefined && current !== null && chain.length < MAX_CAUSES) {
    chain.push(current);
    current = nextCause(current);
  }
  return chain;
}

function nextCause(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  if (error.cause !== undefined) return error.cause;
  return error instanceof AggregateError ? error.errors[0] : undefined;
}

/** The innermost textual `code` in the chain: ECONNREFUSED rather than UND_ERR_SOCKET around it. */
export function errorCodeOf(error: unknown): string | null {
  return (
    causesOf(error)
      .map(codeOf)
      .findLast((code) => code !== null) ?? null
  );
}

/** The error's own code, without its causes. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code: unknown = 'code' in error ? error.code : null;
  if (typeof code === 'string') return code;
  // undici 8 loses the parser's code on the way.
  return error.name === 'HTTPParserError' ? 'HPE_INVALID' : null;
}
