// GET /servers/{slug}/feed.json: incidents and maintenance of one server as JSON Feed (docs/api.md).
import { preflight } from '@/app/answer';
import { serverFeedRoute } from '@/app/feed-route';

export const dynamic = 'force-dynamic';

export const GET = serverFeedRoute('json');
export const OPTIONS = preflight;
