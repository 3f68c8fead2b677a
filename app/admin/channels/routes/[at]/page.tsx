// One route of the panel, or a new one.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { routeFieldsOf } from '@/app/admin/channels/routes/route-fields';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { RouteForm } from '@/app/ui/admin/route-form';
import { panelDesk } from '@/lib/admin/panel/desk';
import { alertingInForce } from '@/lib/admin/panel/in-force';
import { routeMark } from '@/lib/admin/panel/routes';
import { takesAlerts } from '@/lib/alert/registry';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Route · Rollcall', robots: { index: false } };

export default async function RoutePage({ params }: { params: Promise<{ at: string }> }) {
  const { at } = await params;
  const who = await requireRole('administrator', `/admin/channels/routes/${at}`);
  const { channels, panelRoutes, servers, groups } = alertingInForce(panelDesk());
  const route = at === 'new' ? null : /^\d{1,4}$/.test(at) ? panelRoutes[Number(at)] : undefined;
  if (route === undefined) notFound();
  return (
    <AdminFrame
      who={who}
      place="/admin/channels"
      title={route === null ? 'Add a route' : 'Change a route'}
      lead="What is not chosen does not narrow it: without a severity it takes all of them."
    >
      <div className="mt-6 max-w-3xl">
        <RouteForm
          fields={routeFieldsOf(route ?? {})}
          place={route === null ? null : { at: Number(at), mark: routeMark(route) }}
          channels={channels.filter(({ type }) => takesAlerts(type)).map(({ name }) => name)}
          servers={servers}
          groups={groups}
        />
      </div>
    </AdminFrame>
  );
}
