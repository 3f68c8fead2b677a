// GET and POST /alerts/snooze?token=: the link "Snooze" in messages.
import { linkHandlers } from '@/app/alerts/link-answer';

export const dynamic = 'force-dynamic';

export const { GET, POST } = linkHandlers('snooze');
