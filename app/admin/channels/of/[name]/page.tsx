// One channel: what it is, what was sent over it, and for administrators its test and its form.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { deleteChannelAction, testChannelAction } from '@/app/admin/channels/actions';
import { CHANNEL_KINDS, isChannelType, valuesOf } from '@/app/admin/channels/channel-fields';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { ChannelForm } from '@/app/ui/admin/channel-form';
import { DeliveryLog } from '@/app/ui/admin/delivery-log';
import { ChannelAnswer } from '@/app/ui/client/form/channel-answer';
import { Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { Section } from '@/app/ui/section';
import { channelOf } from '@/lib/admin/panel/channel-documents';
import { panelDesk } from '@/lib/admin/panel/desk';
import { alertingInForce, type ChannelInForce } from '@/lib/admin/panel/in-force';
import { mayActAs } from '@/lib/core/access/role';
import { readDeliveries } from '@/lib/reads/deliveries';
import { readPageSettings } from '@/lib/reads/page-settings';
import { readStoredPanel } from '@/lib/reads/panel-config';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Channel · Rollcall', robots: { index: false } };

const PAGE_LENGTH = 20;

interface PageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ saved?: string; before?: string }>;
}

export default async function ChannelPage({ params, searchParams }: PageProps) {
  const encoded = (await params).name;
  const who = await requireRole('viewer', `/admin/channels/of/${encoded}`);
  const name = decodedName(encoded);
  const channel = alertingInForce(panelDesk()).channels.find((one) => one.name === name);
  if (!channel) notFound();
  const { saved, before = '' } = await searchParams;
  const isAdministrator = mayActAs(who.role, 'administrator');
  const filter = { channel: channel.name, ...(/^\d{1,15}$/.test(before) && { beforeId: Number(before) }) };
  const { deliveries, nextBeforeId } = readDeliveries(filter, PAGE_LENGTH);
  const lead = `${CHANNEL_KINDS[channel.type]}, ${channel.source === null ? 'made in this panel' : `managed by ${channel.source}`}.`;
  return (
    <AdminFrame who={who} place="/admin/channels" title={channel.name} lead={lead}>
      {saved && <p className="mt-4 text-sm font-semibold text-up">Saved. It counts within two seconds.</p>}
      {channel.problem && <p className="mt-4 text-down">It is off: {channel.problem}. Its alerts wait.</p>}
      {isAdministrator && channel.source !== null && <TestButton name={channel.name} />}
      {isAdministrator && <Configuration channel={channel} />}
      <Section title="Delivery log">
        <DeliveryLog
          deliveries={deliveries}
          now={Date.now()}
          timezone={readPageSettings().timezone}
          mayRetry={isAdministrator}
          olderHref={nextBeforeId === null ? null : `/admin/channels/of/${encoded}?before=${nextBeforeId}`}
        />
      </Section>
      {isAdministrator && channel.source === null && <Deletion name={channel.name} />}
    </AdminFrame>
  );
}

/** An address that cannot be decoded names no channel. */
function decodedName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function TestButton({ name }: { name: string }) {
  return (
    <div className="mt-5">
      <PanelForm action={testChannelAction} submit="Send a test" look="quiet" label="Test" isInline>
        <input type="hidden" name="name" value={name} />
        <ChannelAnswer />
      </PanelForm>
    </div>
  );
}

function Configuration({ channel }: { channel: ChannelInForce }) {
  if (channel.source !== null) {
    return (
      <Section title="Configuration">
        <p className="text-sm">
          Managed by <code className="font-mono">{channel.source}</code>. What the file says counts, so it is changed
          there: Rollcall notices within two seconds.
        </p>
      </Section>
    );
  }
  const { db, sealer } = panelDesk();
  const stored = channelOf(readStoredPanel(db, sealer).panel.rollcall, channel.name);
  if (stored === null || !isChannelType(stored.settings.type)) return null;
  const { type } = stored.settings;
  return (
    <Section title="Configuration">
      <ChannelForm type={type} name={channel.name} values={valuesOf(type, stored.settings)} />
    </Section>
  );
}

function Deletion({ name }: { name: string }) {
  return (
    <Section title="Delete">
      <div className="max-w-xl">
        <PanelForm action={deleteChannelAction} submit="Delete the channel" look="danger" label="Delete">
          <Field name="confirm" label={`Write ${name} to delete it with its secrets`} autoComplete="off" isRequired />
          <input type="hidden" name="name" value={name} />
        </PanelForm>
      </div>
    </Section>
  );
}
