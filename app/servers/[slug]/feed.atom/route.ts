// GET /servers/{slug}/feed.atom: incidents and maintenance of one server as Atom (docs/api.md).
import { preflight } from '@/app/answer';
import { serverFeedRoute } from '@/app/feed-route';

export const dynamic = 'force-dynamic';

export const GET = serverFeedRoute('atom');
export const OPTIONS = preflight;
