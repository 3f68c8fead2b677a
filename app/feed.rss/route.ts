// GET /feed.rss: incidents and maintenance of the whole page as RSS (docs/api.md).
import { preflight } from '@/app/answer';
import { pageFeedRoute } from '@/app/feed-route';

export const dynamic = 'force-dynamic';

export const GET = pageFeedRoute('rss');
export const OPTIONS = preflight;
