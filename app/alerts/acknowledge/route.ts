// GET and POST /alerts/acknowledge?token=: the link "Acknowledge" in messages.
import { linkHandlers } from '@/app/alerts/link-answer';

export const dynamic = 'force-dynamic';

export const { GET, POST } = linkHandlers('acknowledge');
