// Plans work.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { MaintenanceForm } from '@/app/ui/admin/maintenance-form';
import { maintenanceScope } from '@/lib/admin/panel/check-maintenance';
import { panelDesk } from '@/lib/admin/panel/desk';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Plan maintenance · Rollcall', robots: { index: false } };

export default async function NewMaintenancePage() {
  const who = await requireRole('editor', '/admin/maintenance/new');
  return (
    <AdminFrame who={who} place="/admin/maintenance" title="Plan maintenance">
      <div className="mt-6">
        <MaintenanceForm scope={maintenanceScope(panelDesk())} planned={null} />
      </div>
    </AdminFrame>
  );
}
