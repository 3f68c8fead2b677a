// GET /feed.atom: incidents and maintenance of the whole page as Atom (docs/api.md).
import { preflight } from '@/app/answer';
import { pageFeedRoute } from '@/app/feed-route';

export const dynamic = 'force-dynamic';

export const GET = pageFeedRoute('atom');
export const OPTIONS = preflight;
