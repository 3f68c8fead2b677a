// Chooses in which coding an answer goes out (RFC 9110, 12.5.3). Knows the header, not how to compress.

export type Coding = 'br' | 'gzip' | 'identity';

/** Smallest first: at equal wishes the smallest is sent. */
const BY_SIZE: readonly Coding[] = ['br', 'gzip', 'identity'];
const OTHER_NAMES: Record<string, string> = { 'x-gzip': 'gzip' };

/**
 * @param available what there is of the answer; identity there is always, and it goes out even where the caller
 *   forbids it: an answer that can be read beats none.
 */
export function chooseCoding(acceptEncoding: string | undefined, available: Record<'br' | 'gzip', boolean>): Coding {
  if (!acceptEncoding) return 'identity';
  const wishes = parseWishes(acceptEncoding);
  const star = wishes.get('*') ?? 0;
  let best: Coding = 'identity';
  let most = 0;
  for (const coding of BY_SIZE) {
    if (coding !== 'identity' && !available[coding]) continue;
    // Who does not name identity takes it, but gladly only what was named.
    const wish = wishes.get(coding) ?? (coding === 'identity' ? 0 : star);
    if (wish > most) [best, most] = [coding, wish];
  }
  return best;
}

/** Name of the coding to its weight, 0 to 1; a weight that is no number forbids the coding. */
function parseWishes(acceptEncoding: string): Map<string, number> {
  const wishes = new Map<string, number>();
  for (const part of acceptEncoding.split(',')) {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    if (name === '') continue;
    wishes.set(OTHER_NAMES[name] ?? name, weightOf(parameters));
  }
  return wishes;
}

function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  if (weight === undefined) return 1;
  const number = Number(weight.slice(2));
  return number >= 0 && number <= 1 ? number : 0;
}
