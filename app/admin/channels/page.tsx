// Where alerts go, and how each channel did last.
import type { Metadata } from 'next';
import { CHANNEL_KINDS, CHANNEL_TYPES } from '@/app/admin/channels/channel-fields';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { StateWords } from '@/app/ui/admin/delivery-log';
import { Section } from '@/app/ui/section';
import { Cell, Table } from '@/app/ui/table';
import { panelDesk } from '@/lib/admin/panel/desk';
import { alertingInForce, type ChannelInForce } from '@/lib/admin/panel/in-force';
import { mayActAs } from '@/lib/core/access/role';
import { type DeliveryView, readChannelAnswers } from '@/lib/reads/deliveries';
import { readPageSettings } from '@/lib/reads/page-settings';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Channels · Rollcall', robots: { index: false } };

export default async function ChannelsPage() {
  const who = await requireRole('viewer', '/admin/channels');
  const { channels } = alertingInForce(panelDesk());
  return (
    <AdminFrame who={who} place="/admin/channels" title="Channels" lead="Where alerts go, and how each did last.">
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <a className="underline" href="/admin/channels/routes">
          Routes
        </a>
        <a className="underline" href="/admin/channels/log">
          Delivery log
        </a>
      </p>
      {channels.length === 0 ? (
        <p className="mt-6">There is no channel: nobody is told of trouble.</p>
      ) : (
        <ChannelTable channels={channels} answers={readChannelAnswers()} />
      )}
      {mayActAs(who.role, 'administrator') && <AddChannel />}
    </AdminFrame>
  );
}

interface ChannelTableProps {
  channels: readonly ChannelInForce[];
  answers: ReadonlyMap<string, DeliveryView>;
}

function ChannelTable({ channels, answers }: ChannelTableProps) {
  const now = Date.now();
  const { timezone } = readPageSettings();
  return (
    <div className="mt-6">
      <Table
        caption="Channels"
        heads={[
          ['Channel', 'w-1/2'],
          ['Last', 'w-1/2'],
        ]}
      >
        {channels.map(({ name, type, source, problem }) => {
          const last = answers.get(name);
          return (
            <tr key={name}>
              <Cell isHead>
                <a className="font-semibold underline" href={`/admin/channels/of/${encodeURIComponent(name)}`}>
                  {name}
                </a>
                <span className="block text-soft">{CHANNEL_KINDS[type]}</span>
                <span className="block text-[13px] text-soft">
                  {source === null ? 'of this panel' : `of ${source}`}
                </span>
              </Cell>
              <Cell>
                {problem && <span className="block text-down">Off: {problem}</span>}
                {last ? <StateWords delivery={last} now={now} timezone={timezone} /> : 'nothing yet'}
                {last?.answer && <span className="block font-mono text-[13px] text-soft">{last.answer}</span>}
              </Cell>
            </tr>
          );
        })}
      </Table>
    </div>
  );
}

function AddChannel() {
  return (
    <Section title="Add a channel">
      <ul className="flex flex-wrap gap-2 text-sm">
        {CHANNEL_TYPES.map((type) => (
          <li key={type}>
            <a
              className="inline-flex min-h-10 items-center rounded-md border border-gap px-4"
              href={`/admin/channels/new?type=${type}`}
            >
              {CHANNEL_KINDS[type]}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
