// GET /servers/{slug}/feed.rss: incidents and maintenance of one server as RSS (docs/api.md).
import { preflight } from '@/app/answer';
import { serverFeedRoute } from '@/app/feed-route';

export const dynamic = 'force-dynamic';

export const GET = serverFeedRoute('rss');
export const OPTIONS = preflight;
