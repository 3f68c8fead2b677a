// The known word somebody probably meant; for warnings about keys, names and variables. Pure.

/** Longer words are not typing slips; comparing them would only cost time. */
const COMPARED_LENGTH_LIMIT = 64;

/** The nearest candidate within a few slips of the keyboard, or null when none is near enough to suggest. */
export function closestWord(word: string, candidates: Iterable<string>): string | null {
  if (word.length > COMPARED_LENGTH_LIMIT) return null;
  const wanted = simplified(word);
  const slipsAllowed = Math.max(1, Math.floor(wanted.length / 3));
  let closest: string | null = null;
  let fewestSlips = slipsAllowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > slipsAllowed + 2) continue;
    const slips = editDistance(wanted, simplified(candidate));
    if (slips < fewestSlips) [closest, fewestSlips] = [candidate, slips];
  }
  return closest;
}

/** A remedy: `Did you mean "interval"?` when there is a near word, the other sentence when there is none. */
export function suggestion(word: string, candidates: Iterable<string>, otherwise: string): string {
  const closest = closestWord(word, candidates);
  return closest === null ? otherwise : `Did you mean "${closest}"?`;
}

/** `slow_after`, `slow-after` and `SlowAfter` are no slips at all. */
function simplified(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

/** Insertions, deletions, replacements and swapped neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, at(beforeLast, j - 2) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
