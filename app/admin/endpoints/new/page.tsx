// A new server of the panel.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { ServerForm } from '@/app/ui/admin/server-form';
import { panelDesk } from '@/lib/admin/panel/desk';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Add a server · Rollcall', robots: { index: false } };

export default async function NewServerPage() {
  const who = await requireRole('administrator', '/admin/endpoints/new');
  return (
    <AdminFrame
      who={who}
      place="/admin/endpoints"
      title="Add a server"
      lead="Test it before you save it: the test calls it as the loop would."
    >
      <div className="mt-6">
        <ServerForm values={{}} isNew allowsStdio={panelDesk().environment.allowStdio === 'admin'} />
      </div>
    </AdminFrame>
  );
}
