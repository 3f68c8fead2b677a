// GET /api/v1/maintenances: announced work, past and to come (docs/api.md).
import { jsonAnswer, preflight, reading } from '@/app/answer';
import { readMaintenance } from '@/lib/reads/maintenance';
import { maintenanceList } from '@/lib/render/api-v1/api-v1-maintenance';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => jsonAnswer(request, maintenanceList(readMaintenance(Date.now()))));
export const OPTIONS = preflight;
export { needsKey as DELETE, needsKey as PATCH, needsKey as POST, readOnly as PUT } from '@/app/api/v1/refusals';
