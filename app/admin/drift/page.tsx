// What changed in the lists of tools and waits for an administrator.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { ChangeList } from '@/app/ui/change-list';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { type Clock, clockOf } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { mayActAs } from '@/lib/core/access/role';
import { countText } from '@/lib/core/words/format';
import { readPanelDrifts, type ServerDrifts } from '@/lib/reads/panel-drifts';
import { approveDriftAction } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Drift · Rollcall', robots: { index: false } };

export default async function DriftPage() {
  const who = await requireRole('viewer', '/admin/drift');
  const view = readPanelDrifts(Date.now());
  const clock: Clock = { ...clockOf(view), language: 'en' };
  return (
    <AdminFrame
      who={who}
      place="/admin/drift"
      title="Drift"
      lead="What changed in the tools of servers since somebody last took their list for good."
    >
      {view.servers.length === 0 && <p className="mt-6 text-soft">No list has changed since it was last approved.</p>}
      {view.servers.map((server) => (
        <OneServer key={server.slug} server={server} clock={clock} mayApprove={mayActAs(who.role, 'administrator')} />
      ))}
    </AdminFrame>
  );
}

interface OneServerProps {
  server: ServerDrifts;
  clock: Clock;
  mayApprove: boolean;
}

function OneServer({ server: { slug, title, presentId, drifts }, clock, mayApprove }: OneServerProps) {
  const changes = drifts.reduce((count, drift) => count + drift.changes.length, 0);
  return (
    <Section title={title} fact={<a href={`/admin/endpoints/${slug}`}>{countText(changes, 'change')}</a>}>
      <ChangeList drifts={drifts} clock={clock} />
      {mayApprove && (
        <div className="mt-3">
          {presentId === null ? (
            <p className="text-sm text-soft">The list has changed again since; the next call will say how.</p>
          ) : (
            <PanelForm
              action={approveDriftAction}
              submit="Take the list as it is for good"
              look="quiet"
              isInline
              label={`Approve the changes of ${title}`}
            >
              <input type="hidden" name="drift" value={presentId} />
              <p className="w-full text-sm text-soft">
                If this is how it shall be, take the list for good. Left alone it stays here, and whatever changes next
                is told too.
              </p>
            </PanelForm>
          )}
        </div>
      )}
    </Section>
  );
}
