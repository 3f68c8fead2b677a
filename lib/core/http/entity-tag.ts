// Compares entity tags as RFC 9110 says. Knows no bytes and no headers but this one.

/**
 * Whether a caller already has what `tag` names (RFC 9110, 13.1.2): a list of tags or a star, compared weakly, since a
 * proxy that compresses weakens ours.
 */
export function isKnownTag(ifNoneMatch: string | null | undefined, tag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false;
  const wanted = strong(tag);
  return ifNoneMatch.split(',').some((given) => {
    const trimmed = given.trim();
    return trimmed === '*' || strong(trimmed) === wanted;
  });
}

function strong(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag;
}
