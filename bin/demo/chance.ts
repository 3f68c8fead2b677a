// Dice for the made-up history. The same seed gives the same throws, so two seeded databases are equal. Knows no story.
import { stableHash } from '@/lib/core/status/schedule';

/** The next throw, from 0 to below 1. */
export type Chance = () => number;

/** Mulberry32: 32 bits of state are plenty for latencies and mishaps. */
export function createChance(seed: string): Chance {
  let state = stableHash(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Log-normal around its median, as latencies and lengths of outages are: many a bit less, a few much more. */
export function around(chance: Chance, median: number, spread: number): number {
  // Box-Muller; 1 - chance() keeps the logarithm away from 0.
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return median * Math.exp(spread * normal);
}

export function pick<T>(chance: Chance, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(chance() * choices.length)] ?? choices[0];
}
