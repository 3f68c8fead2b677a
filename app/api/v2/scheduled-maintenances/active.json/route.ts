// GET /api/v2/scheduled-maintenances/active.json: announced work under way (docs/api.md).
import { preflight } from '@/app/answer';
import { maintenanceRoute } from '@/app/api/v2/maintenance-route';

export const dynamic = 'force-dynamic';

export const GET = maintenanceRoute('active');
export const OPTIONS = preflight;
