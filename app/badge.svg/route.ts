// GET /badge.svg: the whole page in one badge (docs/badges.md).
import { preflight } from '@/app/answer';
import { pageBadgeRoute } from '@/app/badge/page-badge';

export const dynamic = 'force-dynamic';

export const GET = pageBadgeRoute;
export const OPTIONS = preflight;
