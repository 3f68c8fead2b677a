// GET /api/v2/scheduled-maintenances/upcoming.json: announced work that has not begun (docs/api.md).
import { preflight } from '@/app/answer';
import { maintenanceRoute } from '@/app/api/v2/maintenance-route';

export const dynamic = 'force-dynamic';

export const GET = maintenanceRoute('upcoming');
export const OPTIONS = preflight;
