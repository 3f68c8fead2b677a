// A new channel of the panel; its kind stands in the address.
import type { Metadata } from 'next';
import { CHANNEL_KINDS, channelKind, isChannelType } from '@/app/admin/channels/channel-fields';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { ChannelForm } from '@/app/ui/admin/channel-form';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Add a channel · Rollcall', robots: { index: false } };

export default async function NewChannelPage({ searchParams }: { searchParams: Promise<{ type?: string }> }) {
  const who = await requireRole('administrator', '/admin/channels/new');
  const asked = (await searchParams).type;
  const type = isChannelType(asked) ? asked : 'webhook';
  return (
    <AdminFrame
      who={who}
      place="/admin/channels"
      title={`Add a channel: ${CHANNEL_KINDS[type]}`}
      lead={channelKind(type).description}
    >
      <div className="mt-6">
        <ChannelForm type={type} name={null} values={{}} />
      </div>
    </AdminFrame>
  );
}
