// Remembers which dialect an endpoint spoke last, so that a known server is not asked for another one every minute.
import { DAY_MS, type UnixMs } from '@/lib/core/time';

/**
 * `legacy`: `initialize` over Streamable HTTP. `modern`: stateless, 2026-07-28. `sse`: HTTP+SSE of 2024-11-05.
 * A stale `legacy` would succeed silently for ever on a server that has learnt more, hence the date.
 */
export type Era = 'legacy' | 'modern' | 'sse';

/** `locked`: turned us away in every dialect, so one of them is enough to see whether it still does. */
export type Known = Era | 'locked';

export const ERA_LIFETIME_MS = DAY_MS;

export interface EraStore {
  get(slug: string, url: string, nowMs: UnixMs): Known | null;
  /** Keeps the date of the first time, so that even an unbroken run of checks negotiates anew once a day. */
  remember(slug: string, url: string, era: Known, nowMs: UnixMs): void;
  forget(slug: string): void;
}

interface Entry {
  url: string;
  era: Known;
  learntAt: UnixMs;
}

/** One entry an endpoint; a changed URL replaces it. */
export function createEraStore(): EraStore {
  const entries = new Map<string, Entry>();
  const current = (slug: string, url: string, nowMs: UnixMs): Entry | null => {
    const entry = entries.get(slug);
    return entry !== undefined && entry.url === url && Math.abs(nowMs - entry.learntAt) < ERA_LIFETIME_MS
      ? entry
      : null;
  };
  return {
    get: (slug, url, nowMs) => current(slug, url, nowMs)?.era ?? null,
    remember(slug, url, era, nowMs) {
      if (current(slug, url, nowMs)?.era !== era) entries.set(slug, { url, era, learntAt: nowMs });
    },
    forget: (slug) => void entries.delete(slug),
  };
}
