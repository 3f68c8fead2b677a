// What the three addresses of Statuspage's scheduled maintenances share.
import { jsonAnswer, reading } from '@/app/answer';
import { publicUrl } from '@/app/public-url';
import { readMaintenance } from '@/lib/reads/maintenance';
import { readOverview } from '@/lib/reads/overview';
import { type MaintenanceChoice, statuspageMaintenances } from '@/lib/render/statuspage/statuspage-maintenances';

export function maintenanceRoute(choice: MaintenanceChoice) {
  return reading((request) => {
    const now = Date.now();
    const readings = { overview: readOverview(now), list: readMaintenance(now), url: publicUrl(request) };
    return jsonAnswer(request, statuspageMaintenances(choice, readings));
  });
}
