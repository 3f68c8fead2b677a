// GET /feed.json: incidents and maintenance of the whole page as JSON Feed (docs/api.md).
import { preflight } from '@/app/answer';
import { pageFeedRoute } from '@/app/feed-route';

export const dynamic = 'force-dynamic';

export const GET = pageFeedRoute('json');
export const OPTIONS = preflight;
