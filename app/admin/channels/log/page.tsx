// The delivery log over all channels.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { DeliveryLog } from '@/app/ui/admin/delivery-log';
import { mayActAs } from '@/lib/core/access/role';
import { readDeliveries } from '@/lib/reads/deliveries';
import { readPageSettings } from '@/lib/reads/page-settings';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Delivery log · Rollcall', robots: { index: false } };

const PAGE_LENGTH = 50;

export default async function DeliveryLogPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const who = await requireRole('viewer', '/admin/channels/log');
  const { before = '' } = await searchParams;
  const filter = /^\d{1,15}$/.test(before) ? { beforeId: Number(before) } : {};
  const { deliveries, nextBeforeId } = readDeliveries(filter, PAGE_LENGTH);
  return (
    <AdminFrame
      who={who}
      place="/admin/channels"
      title="Delivery log"
      lead="What was sent where, newest first, and what the other side answered."
    >
      <div className="mt-6">
        <DeliveryLog
          deliveries={deliveries}
          now={Date.now()}
          timezone={readPageSettings().timezone}
          mayRetry={mayActAs(who.role, 'administrator')}
          olderHref={nextBeforeId === null ? null : `/admin/channels/log?before=${nextBeforeId}`}
        />
      </div>
    </AdminFrame>
  );
}
