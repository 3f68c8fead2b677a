// The kept answers: one a key, the least asked for go first when memory is short, and one making at a time a key however
// many ask. Knows neither HTTP nor Next.
import { type Freshness, freshnessOf } from '@/lib/core/http/freshness';
import { type Marks, newsBetween } from './news';

export interface ShelfOptions<T> {
  limitBytes: number;
  weigh(thing: T): number;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

export interface Order<T> {
  key: string;
  /** How far the news are now. */
  marks(): Marks;
  /** False for what stays as it is. */
  isPassing: boolean;
  /** Gets what is kept so far, whatever its age. */
  make(before: T | null): Promise<{ thing: T; isKeepable: boolean }>;
  /** A making in the background failed; whoever asks next sees it for himself. */
  onTrouble(error: unknown): void;
}

interface Kept<T> {
  thing: T;
  bytes: number;
  madeAt: number;
  tookMs: number;
  marks: Marks;
}

export interface Shelf<T> {
  /** At once where something may still be served. */
  take(order: Order<T>): T | Promise<T>;
  bytes(): number;
}

export function createShelf<T>({ limitBytes, weigh, now }: ShelfOptions<T>): Shelf<T> {
  // A Map keeps the order in which keys were set: the first is the one nobody asked for longest.
  const kept = new Map<string, Kept<T>>();
  const making = new Map<string, Promise<T>>();
  let bytes = 0;

  function take(order: Order<T>): T | Promise<T> {
    const found = kept.get(order.key);
    if (!found) return make(order);
    const freshness = order.isPassing ? freshnessNow(found, order.marks()) : 'fresh';
    if (freshness === 'stale') return make(order);
    if (freshness === 'ageing') make(order).catch(order.onTrouble);
    kept.delete(order.key);
    kept.set(order.key, found);
    return found.thing;
  }

  function freshnessNow({ madeAt, tookMs, marks }: Kept<T>, marksNow: Marks): Freshness {
    return freshnessOf({ ageMs: now() - madeAt, tookMs, news: newsBetween(marks, marksNow) });
  }

  /** Joins the making under way, unless something was said since it began: then it would come too early. */
  function make(order: Order<T>): Promise<T> {
    const words = order.marks().words;
    const key = `${order.key} ${words}`;
    const underWay = making.get(key);
    if (underWay) return underWay;
    const made = run(order).finally(() => making.delete(key));
    making.set(key, made);
    return made;
  }

  async function run({ key, marks, make: makeThing }: Order<T>): Promise<T> {
    const madeAt = now();
    const marksBefore = marks();
    const { thing, isKeepable } = await makeThing(kept.get(key)?.thing ?? null);
    const newer = kept.get(key);
    // A making that began later may be done already.
    if (newer && newer.madeAt > madeAt) return thing;
    drop(key);
    if (isKeepable) put(key, { thing, bytes: weigh(thing), madeAt, tookMs: now() - madeAt, marks: marksBefore });
    return thing;
  }

  function put(key: string, entry: Kept<T>): void {
    kept.set(key, entry);
    bytes += entry.bytes;
    for (const oldest of kept.keys()) {
      if (bytes <= limitBytes) return;
      drop(oldest);
    }
  }

  function drop(key: string): void {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  return { take, bytes: () => bytes };
}
