// Counts what happens to what readers show, so that a kept answer knows what it has missed. Counters only grow.
import type { News } from '@/lib/core/http/freshness';

/** How far the counters were at one moment. */
export interface Marks {
  words: number;
  statuses: number;
  calls: number;
}

export interface NewsCounter {
  /** A server was called; `isStatus`: and is not as it was. */
  called(slug: string, isStatus: boolean): void;
  /** People or files said something. */
  said(): void;
  /** `slug`: of one server's calls; null: of everybody's. */
  marks(slug: string | null): Marks;
}

/** `countWrites`: what this thread has written to the database, where only people write. */
export function createNews(countWrites: () => number): NewsCounter {
  let words = 0;
  const all = { statuses: 0, calls: 0 };
  const bySlug = new Map<string, { statuses: number; calls: number }>();

  return {
    called(slug, isStatus) {
      const one = bySlug.get(slug) ?? { statuses: 0, calls: 0 };
      bySlug.set(slug, one);
      for (const counter of [one, all]) {
        counter.calls++;
        if (isStatus) counter.statuses++;
      }
    },
    said() {
      words++;
    },
    marks(slug) {
      const { statuses, calls } = slug === null ? all : (bySlug.get(slug) ?? NOTHING);
      return { words: words + countWrites(), statuses, calls };
    },
  };
}

const NOTHING = { statuses: 0, calls: 0 };

export function newsBetween(before: Marks, after: Marks): News {
  if (after.words !== before.words) return 'word';
  if (after.statuses !== before.statuses) return 'status';
  return after.calls === before.calls ? 'none' : 'call';
}
