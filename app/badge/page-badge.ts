// What /badge.svg and /badge.json share.
import { badgeRoute } from '@/app/badge/badge-answer';
import { readPageMark } from '@/lib/reads/marks';
import { pageBadge } from '@/lib/render/badge/badge-words';

export const pageBadgeRoute = badgeRoute('Rollcall', () => pageBadge(readPageMark(Date.now())));
