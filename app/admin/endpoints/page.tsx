// All servers on the roll: find them, see how they do, call or pause many at once.
import type { Metadata } from 'next';
import { callServersAction } from '@/app/admin/endpoints/actions';
import { chosenServers, SERVER_FILTERS } from '@/app/admin/endpoints/server-filter';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { ServerRoll } from '@/app/ui/admin/server-roll';
import { Choice, Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { mayActAs } from '@/lib/core/access/role';
import { readPageSettings } from '@/lib/reads/page-settings';
import { readPanelServers } from '@/lib/reads/panel-servers';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Endpoints · Rollcall', robots: { index: false } };

export default async function EndpointsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const who = await requireRole('viewer', '/admin/endpoints');
  const { q = '', state = '' } = await searchParams;
  const now = Date.now();
  const all = readPanelServers(now);
  const shown = chosenServers(all, { query: q, state });
  const isAdministrator = mayActAs(who.role, 'administrator');
  const roll = (
    <ServerRoll
      servers={shown}
      now={now}
      timezone={readPageSettings().timezone}
      isChoosable={mayActAs(who.role, 'editor')}
    />
  );
  return (
    <AdminFrame
      who={who}
      place="/admin/endpoints"
      title="Endpoints"
      lead={`${all.filter(({ archivedAt }) => archivedAt === null).length} on the roll`}
    >
      {isAdministrator && (
        <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
          <a className="font-semibold underline" href="/admin/endpoints/new">
            Add a server
          </a>
          <a className="underline" href="/admin/endpoints/order">
            Order of the page
          </a>
        </p>
      )}
      <form className="mt-6 grid items-end gap-3 sm:grid-cols-[1fr_220px_auto]">
        <Field name="q" label="Find" type="search" defaultValue={q} placeholder="name, group, file" maxLength={100} />
        <Choice name="state" label="Which" defaultValue={state} options={SERVER_FILTERS} />
        <button type="submit" className="min-h-10 rounded-md border border-gap px-4 py-2 text-sm font-semibold">
          Show
        </button>
      </form>
      <div className="mt-6">
        {mayActAs(who.role, 'editor') && shown.length > 0 ? (
          <PanelForm
            action={callServersAction}
            submit="Call now"
            look="quiet"
            others={[
              { value: 'pause', label: 'Pause' },
              { value: 'resume', label: 'Resume' },
              ...(isAdministrator ? [{ value: 'archive', label: 'Archive' }] : []),
            ]}
            label="Chosen servers"
          >
            {roll}
          </PanelForm>
        ) : (
          roll
        )}
      </div>
    </AdminFrame>
  );
}
