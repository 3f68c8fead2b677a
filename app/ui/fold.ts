// How much of a long list stands open, so that it does not push what follows out of sight.

/** The first `most`, and those to be folded away: two at least, since one takes no more room than the fold. */
export function fold<T>(items: readonly T[], most: number): { shown: readonly T[]; rest: readonly T[] } {
  const count = items.length === most + 1 ? most + 1 : most;
  return { shown: items.slice(0, count), rest: items.slice(count) };
}
