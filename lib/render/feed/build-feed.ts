// The feed of the whole page, or of one server: its incidents and its announced work, newest change first. Pure.
import type { MaintenanceListView } from '@/lib/core/maintenance-view';
import { startOfDay } from '@/lib/core/time';
import { wordsOf } from '@/lib/core/words/words';
import type { FeedPlace } from './feed-place';
import type { FeedEntry, FeedView } from './feed-view';
import { maintenanceEntry } from './maintenance-entry';

/** As many as Statuspage tells. */
const ENTRIES = 50;

/** Whose feed it is; null for the page's own. */
export type FeedServer = { slug: string; title: string } | null;

export interface FeedReadings {
  server: FeedServer;
  maintenance: MaintenanceListView;
}

export function buildFeed({ server, maintenance }: FeedReadings, place: FeedPlace): FeedView {
  const { generatedAt: now, page, titles } = maintenance;
  const telling = { now, language: page.language, titles, place };
  const windows = maintenance.windows.filter(({ servers }) => isAbout(server, servers));
  const entries = windows.map((window) => maintenanceEntry(window, telling)).filter((entry) => entry !== null);
  const newest = entries.sort(newestFirst).slice(0, ENTRIES);
  const words = wordsOf(page.language).feed;
  const path = server === null ? '' : `servers/${server.slug}/`;
  return {
    id: place.idOf(`${path}feed`),
    title: server === null ? words.pageTitle(page.title) : words.serverTitle(server.title, page.title),
    description: words.description,
    language: page.language,
    author: page.title,
    homeUrl: server === null ? `${place.url}/` : `${place.url}/servers/${server.slug}`,
    feedUrl: `${place.url}/${path}feed`,
    // A feed must say when it changed last; one that never did says so once a day.
    updatedAt: newest[0]?.updatedAt ?? startOfDay(now),
    entries: newest,
  };
}

function isAbout(server: FeedServer, slugs: readonly string[]): boolean {
  return server === null || slugs.length === 0 || slugs.includes(server.slug);
}

function newestFirst(a: FeedEntry, b: FeedEntry): number {
  return b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1);
}
