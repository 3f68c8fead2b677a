// The feed of the whole page, or of one server: its incidents and its announced work, newest change first. Pure.
import type { IncidentView } from '@/lib/core/incident-view';
import type { MaintenanceListView } from '@/lib/core/maintenance-view';
import { startOfDay } from '@/lib/core/time';
import { wordsOf } from '@/lib/core/words/words';
import { drawable } from './drawable';
import type { FeedPlace } from './feed-place';
import type { FeedEntry, FeedView } from './feed-view';
import { incidentEntry } from './incident-entry';
import { maintenanceEntry } from './maintenance-entry';

/** As many as Statuspage tells. */
export const FEED_ENTRIES = 50;

/** Whose feed it is; null for the page's own. */
export type FeedServer = { slug: string; title: string } | null;

export interface FeedReadings {
  server: FeedServer;
  /** Of that server, or all. */
  incidents: readonly IncidentView[];
  maintenance: MaintenanceListView;
}

export function buildFeed({ server, incidents, maintenance }: FeedReadings, place: FeedPlace): FeedView {
  const { generatedAt: now, page, titles } = maintenance;
  const telling = { now, language: page.language, titles, place };
  const windows = maintenance.windows.filter(({ servers }) => isAbout(server, servers));
  const entries = [
    ...incidents.map((incident) => incidentEntry(incident, telling)),
    ...windows.map((window) => maintenanceEntry(window, telling)).filter((entry) => entry !== null),
  ];
  const newest = entries.sort(newestFirst).slice(0, FEED_ENTRIES).map(holdable);
  const words = wordsOf(page.language).feed;
  const path = server === null ? '' : `servers/${server.slug}/`;
  return {
    id: place.idOf(`${path}feed`),
    title: drawable(server === null ? words.pageTitle(page.title) : words.serverTitle(server.title, page.title)),
    description: words.description,
    language: page.language,
    author: drawable(page.title, 'Rollcall'),
    homeUrl: server === null ? `${place.url}/` : `${place.url}/servers/${server.slug}`,
    feedUrl: `${place.url}/${path}feed`,
    // A feed must say when it changed last; one that never did says so once a day.
    updatedAt: newest[0]?.updatedAt ?? startOfDay(now),
    entries: newest,
  };
}

function holdable(entry: FeedEntry): FeedEntry {
  const { title, summary, html } = entry;
  return { ...entry, title: drawable(title, entry.id), summary: drawable(summary), html: drawable(html) };
}

function isAbout(server: FeedServer, slugs: readonly string[]): boolean {
  return server === null || slugs.length === 0 || slugs.includes(server.slug);
}

function newestFirst(a: FeedEntry, b: FeedEntry): number {
  return b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1);
}
