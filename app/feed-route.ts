// What the six addresses of feeds share: the page's and each server's, in three formats.
import { feedAnswer, noSuchServer, reading } from '@/app/answer';
import { configuredUrl, publicUrl } from '@/app/public-url';
import { readNewestIncidents, readServerIncidents } from '@/lib/reads/incidents';
import { readMaintenance } from '@/lib/reads/maintenance';
import { buildFeed, FEED_ENTRIES, type FeedServer } from '@/lib/render/feed/build-feed';
import { FEED_TYPES, type FeedFormat, renderFeed } from '@/lib/render/feed/feed-formats';
import { feedPlace } from '@/lib/render/feed/feed-place';

export function pageFeedRoute(format: FeedFormat) {
  return reading((request) => answer(request, format, null));
}

export function serverFeedRoute(format: FeedFormat) {
  return reading<{ slug: string }>((request, { slug }) => answer(request, format, slug));
}

function answer(request: Request, format: FeedFormat, slug: string | null): Response {
  const now = Date.now();
  const maintenance = readMaintenance(now);
  const title = slug === null ? undefined : maintenance.titles.get(slug);
  if (slug !== null && title === undefined) return noSuchServer();
  const server: FeedServer = slug === null || title === undefined ? null : { slug, title };
  const incidents = slug === null ? readNewestIncidents(now, FEED_ENTRIES) : readServerIncidents(slug, now);
  const feed = buildFeed({ server, incidents, maintenance }, feedPlace(publicUrl(request), configuredUrl()));
  return feedAnswer(request, renderFeed(feed, format), FEED_TYPES[format]);
}
