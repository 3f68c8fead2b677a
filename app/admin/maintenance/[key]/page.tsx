// Changes what is planned in the panel.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRole } from '@/app/admin/gate';
import { fieldsOf } from '@/app/admin/maintenance/maintenance-fields';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { MaintenanceForm } from '@/app/ui/admin/maintenance-form';
import { maintenanceScope } from '@/lib/admin/panel/check-maintenance';
import { panelDesk } from '@/lib/admin/panel/desk';
import { maintenanceOf } from '@/lib/admin/panel/maintenance-documents';
import { readStoredPanel } from '@/lib/reads/panel-config';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Maintenance · Rollcall', robots: { index: false } };

export default async function PlannedMaintenancePage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const who = await requireRole('editor', `/admin/maintenance/${key}`);
  const desk = panelDesk();
  const planned = maintenanceOf(readStoredPanel(desk.db, desk.sealer).panel.rollcall).find((one) => one.key === key);
  if (planned === undefined) notFound();
  return (
    <AdminFrame who={who} place="/admin/maintenance" title={String(planned.entry.title)}>
      <div className="mt-6">
        <MaintenanceForm scope={maintenanceScope(desk)} planned={{ key, values: fieldsOf(planned.entry) }} />
      </div>
    </AdminFrame>
  );
}
