// Opens an incident by hand.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { IncidentForm } from '@/app/ui/admin/incident-form';
import { UPDATE_TEMPLATES } from '@/lib/core/incident/update-templates';
import { readPageSettings } from '@/lib/reads/page-settings';
import { readPanelServers } from '@/lib/reads/panel-servers';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'New incident · Rollcall', robots: { index: false } };

export default async function NewIncidentPage({ searchParams }: { searchParams: Promise<{ template?: string }> }) {
  const who = await requireRole('editor', '/admin/incidents/new');
  const { template } = await searchParams;
  return (
    <AdminFrame who={who} place="/admin/incidents" title="New incident" lead="Visitors see it as soon as it is opened.">
      <div className="mt-6 max-w-2xl">
        <IncidentForm
          servers={readPanelServers(Date.now())}
          timezone={readPageSettings().timezone}
          template={UPDATE_TEMPLATES.find(({ id }) => id === template) ?? null}
        />
      </div>
    </AdminFrame>
  );
}
