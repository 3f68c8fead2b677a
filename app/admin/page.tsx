// What needs attention now.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { Attention } from '@/app/ui/admin/attention';
import { countAttention, readAttention } from '@/lib/reads/attention';
import { readPageSettings } from '@/lib/reads/page-settings';
import { readPanelServers } from '@/lib/reads/panel-servers';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Now · Rollcall', robots: { index: false } };

export default async function AdminPage() {
  const who = await requireRole('viewer', '/admin');
  const now = Date.now();
  const view = readAttention(now);
  const count = countAttention(view);
  const onRoll = readPanelServers(now).filter(({ archivedAt }) => archivedAt === null).length;
  return (
    <AdminFrame who={who} place="/admin" title="Now" lead={leadText(count, onRoll)}>
      <Attention view={view} now={now} timezone={readPageSettings().timezone} />
      {onRoll === 0 && (
        <p className="mt-6 text-sm">
          <a className="font-semibold underline" href="/admin/import">
            Import an mcp.json
          </a>{' '}
          or{' '}
          <a className="font-semibold underline" href="/admin/endpoints/new">
            add a server
          </a>
          .
        </p>
      )}
    </AdminFrame>
  );
}

function leadText(count: number, onRoll: number): string {
  if (onRoll === 0) return 'There is no server on the roll yet.';
  if (count === 0) return 'Nothing waits for you.';
  return count === 1 ? 'One thing waits for you.' : `${count} things wait for you.`;
}
