// The order of the page, by drag or by buttons.
import type { Metadata } from 'next';
import { orderServersAction } from '@/app/admin/endpoints/actions';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { OrderList } from '@/app/ui/client/form/order-list';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { readPanelServers } from '@/lib/reads/panel-servers';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Order · Rollcall', robots: { index: false } };

export default async function OrderPage() {
  const who = await requireRole('administrator', '/admin/endpoints/order');
  const servers = readPanelServers(Date.now()).filter(({ archivedAt }) => archivedAt === null);
  const items = servers.map(({ slug, title, group, source }) => ({
    slug,
    title,
    group: group ?? '',
    isOfFile: source !== null,
  }));
  return (
    <AdminFrame
      who={who}
      place="/admin/endpoints"
      title="Order of the page"
      lead="Groups stand where their first server stands. Drag, or use the arrows; a server of this panel that comes to lie within a group joins it."
    >
      <div className="mt-6 max-w-xl">
        <PanelForm action={orderServersAction} submit="Save the order" label="Order">
          <OrderList items={items} />
        </PanelForm>
      </div>
    </AdminFrame>
  );
}
