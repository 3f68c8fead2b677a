// GET /maintenance.ics: announced work as a calendar to subscribe to (docs/api.md).
import { calendarAnswer, preflight, reading } from '@/app/answer';
import { configuredUrl, publicUrl } from '@/app/public-url';
import { readMaintenance } from '@/lib/reads/maintenance';
import { maintenanceCalendar } from '@/lib/render/calendar';

export const dynamic = 'force-dynamic';

export const GET = reading((request) => {
  const place = { url: publicUrl(request), configuredUrl: configuredUrl() };
  return calendarAnswer(request, maintenanceCalendar(readMaintenance(Date.now()), place));
});
export const OPTIONS = preflight;
