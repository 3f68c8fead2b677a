// All incidents: those going on, those that are over, those that visitors do not see.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { IncidentFacts } from '@/app/ui/incident-facts';
import { toneOf } from '@/app/ui/incident-tone';
import { Mark } from '@/app/ui/mark';
import { type Clock, clockOf } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { mayActAs } from '@/lib/core/access/role';
import type { IncidentView } from '@/lib/core/incident-view';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { readPanelIncidents } from '@/lib/reads/panel-incidents';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Incidents · Rollcall', robots: { index: false } };

export default async function IncidentsPage() {
  const who = await requireRole('viewer', '/admin/incidents');
  const view = readPanelIncidents(Date.now());
  const clock: Clock = { ...clockOf(view), language: 'en' };
  return (
    <AdminFrame
      who={who}
      place="/admin/incidents"
      title="Incidents"
      lead="What people read about trouble. The machine tells it until somebody takes it over."
    >
      {mayActAs(who.role, 'editor') && (
        <p className="mt-4 text-sm">
          <a className="font-semibold underline" href="/admin/incidents/new">
            Open one by hand
          </a>
        </p>
      )}
      <Incidents title="Going on" incidents={view.open} clock={clock} empty="Nothing is going on." />
      <Incidents title="Over" incidents={view.over} clock={clock} empty="There was none yet." />
      {view.hidden.length > 0 && (
        <Incidents title="Hidden from visitors" incidents={view.hidden} clock={clock} empty="" />
      )}
    </AdminFrame>
  );
}

interface IncidentsProps {
  title: string;
  incidents: readonly IncidentView[];
  clock: Clock;
  empty: string;
}

function Incidents({ title, incidents, clock, empty }: IncidentsProps) {
  return (
    <Section title={title}>
      {incidents.length === 0 ? (
        <p className="border-t border-hair pt-2 text-sm text-soft">{empty}</p>
      ) : (
        <ul>
          {incidents.map((incident) => (
            <li key={incident.id} className="flex gap-3 border-t border-hair py-2.5">
              <span className="mt-0.5 flex-none">
                <Mark status={toneOf(incident)} />
              </span>
              <div className="min-w-0 wrap-anywhere">
                <a href={`/admin/incidents/${incident.id}`} className="text-[15px] font-semibold">
                  <bdi>{incidentTitle(incident)}</bdi>
                </a>
                <IncidentFacts incident={incident} clock={clock} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
