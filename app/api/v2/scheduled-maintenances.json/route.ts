// GET /api/v2/scheduled-maintenances.json: everything announced, newest first (docs/api.md).
import { preflight } from '@/app/answer';
import { maintenanceRoute } from '@/app/api/v2/maintenance-route';

export const dynamic = 'force-dynamic';

export const GET = maintenanceRoute('all');
export const OPTIONS = preflight;
