// One incident in the panel: told on, corrected, its alerts taken on, and both sides of its story.
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { AlertDuties } from '@/app/ui/admin/alert-duties';
import { IncidentCorrections } from '@/app/ui/admin/incident-corrections';
import { IncidentTimeline } from '@/app/ui/admin/incident-timeline';
import { ResolveForm, TakeOverForm, UpdateForm } from '@/app/ui/admin/update-form';
import { IncidentFacts } from '@/app/ui/incident-facts';
import { type Clock, clockOf, Moment } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { mayActAs } from '@/lib/core/access/role';
import { UPDATE_TEMPLATES } from '@/lib/core/incident/update-templates';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { type PanelIncidentView, readPanelIncident } from '@/lib/reads/panel-incident';
import { readPanelIncidents } from '@/lib/reads/panel-incidents';
import { readPanelServers } from '@/lib/reads/panel-servers';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Incident · Rollcall', robots: { index: false } };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ template?: string; shown?: string }>;
}

export default async function IncidentPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const who = await requireRole('viewer', `/admin/incidents/${id}`);
  const found = readPanelIncident(id, Date.now());
  if (found === null) notFound();
  if (found.isMerged) redirect(`/admin/incidents/${found.intoId}`);
  const { view } = found;
  const { incident, alerts } = view;
  const { template, shown } = await searchParams;
  const clock: Clock = { ...clockOf(view), language: 'en' };
  const isEditor = mayActAs(who.role, 'editor');
  return (
    <AdminFrame who={who} place="/admin/incidents" title={incidentTitle(incident)}>
      <div className="mt-1">
        <IncidentFacts incident={incident} clock={clock} />
      </div>
      {shown !== undefined && (
        <p role="status" className="mt-4 text-sm">
          <b className="font-semibold text-up">It shows on the page now.</b>{' '}
          <a href={`/incidents/${incident.id}`} className="font-semibold underline underline-offset-3">
            See it as visitors do
          </a>
        </p>
      )}
      <WhereItStands view={view} clock={clock} />
      {isEditor && <Telling view={view} template={template} />}
      {alerts.length > 0 && (
        <Section title="Alerts">
          <AlertDuties alerts={alerts} clock={clock} mayAct={isEditor} />
        </Section>
      )}
      <Section title="Both sides">
        <IncidentTimeline view={view} clock={clock} mayEdit={isEditor} />
      </Section>
      {isEditor && (
        <Section title="Correct">
          <Corrections view={view} />
        </Section>
      )}
    </AdminFrame>
  );
}

function WhereItStands({ view: { incident, isHidden, inHand }, clock }: { view: PanelIncidentView; clock: Clock }) {
  return (
    <div className="mt-3 grid gap-1 text-sm">
      <p>
        {inHand === null ? (
          'Nobody answers for it yet; the machine tells it.'
        ) : (
          <>
            {`${inHand.by} answers for it since `}
            <Moment at={inHand.at} clock={clock} />.
          </>
        )}
      </p>
      {incident.allAnswerSince !== null && (
        <p className="font-semibold">
          All its servers have answered again since <Moment at={incident.allAnswerSince} clock={clock} />; it can be
          resolved.
        </p>
      )}
      <p>
        {isHidden ? (
          'Hidden from visitors.'
        ) : (
          <a href={`/incidents/${incident.id}`} className="underline underline-offset-3">
            As visitors see it
          </a>
        )}
      </p>
    </div>
  );
}

function Telling({ view: { incident, page }, template }: { view: PanelIncidentView; template: string | undefined }) {
  const chosen = UPDATE_TEMPLATES.find(({ id }) => id === template) ?? null;
  return (
    <>
      {incident.isSuspected && incident.resolvedAt === null && (
        <Section title="Take it over">
          <div className="max-w-2xl">
            <TakeOverForm id={incident.id} title={incidentTitle(incident)} />
          </div>
        </Section>
      )}
      <Section title="Post an update">
        <div className="grid max-w-2xl gap-5">
          <UpdateForm incident={incident} timezone={page.timezone} template={chosen} />
          <ResolveForm incident={incident} />
        </div>
      </Section>
    </>
  );
}

function Corrections({ view: { incident, isHidden, page, generatedAt } }: { view: PanelIncidentView }) {
  const { open, over } = readPanelIncidents(generatedAt);
  const others = [...open, ...over].filter(({ id }) => id !== incident.id);
  return (
    <IncidentCorrections
      incident={incident}
      isHidden={isHidden}
      timezone={page.timezone}
      servers={readPanelServers(generatedAt)}
      others={others}
    />
  );
}
