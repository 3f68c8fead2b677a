// What can be corrected of an incident, each in a form of its own: title, impact, servers, dates, merging, hiding.
import type { ReactNode } from 'react';
import {
  backDateAction,
  hideAction,
  mergeAction,
  renameAction,
  setImpactAction,
  setServersAction,
} from '@/app/admin/incidents/change-actions';
import { fieldInstant } from '@/app/admin/incidents/incident-fields';
import { AffectedServers } from '@/app/ui/admin/affected-servers';
import { IMPACTS } from '@/app/ui/admin/incident-form';
import { Choice, Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { TITLE_LIMIT } from '@/lib/core/incident/incident-input';
import type { IncidentView } from '@/lib/core/incident-view';
import { zoneText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import type { PanelServerView } from '@/lib/reads/panel-servers';

interface CorrectionsProps {
  incident: IncidentView;
  isHidden: boolean;
  timezone: string;
  servers: readonly PanelServerView[];
  /** Into which it could be merged. */
  others: readonly IncidentView[];
}

export function IncidentCorrections({ incident, isHidden, timezone, servers, others }: CorrectionsProps) {
  const { id, impact, startedAt, resolvedAt } = incident;
  const hiddenId = <input type="hidden" name="incidentId" value={id} />;
  const zone = `In ${zoneText(timezone)}`;
  return (
    <>
      <Correction title="Title">
        <PanelForm action={renameAction} submit="Rename" look="quiet" label="Title">
          {hiddenId}
          <Field name="title" label="Title" defaultValue={incidentTitle(incident)} isRequired maxLength={TITLE_LIMIT} />
        </PanelForm>
      </Correction>
      <Correction title="Impact">
        <PanelForm action={setImpactAction} submit="Set the impact" look="quiet" label="Impact">
          {hiddenId}
          <Choice name="impact" label="Impact" defaultValue={impact} options={IMPACTS} />
        </PanelForm>
      </Correction>
      <Correction title="Affected servers">
        <PanelForm action={setServersAction} submit="Set the servers" look="quiet" label="Affected servers">
          {hiddenId}
          <AffectedServers
            servers={servers}
            affected={new Map(incident.servers.map(({ slug, state }) => [slug, state]))}
          />
        </PanelForm>
      </Correction>
      <Correction title="When it was">
        <PanelForm action={backDateAction} submit="Set the dates" look="quiet" label="When it was">
          {hiddenId}
          <Field
            name="startedAt"
            label="Began"
            hint={zone}
            type="datetime-local"
            defaultValue={fieldInstant(startedAt, timezone)}
            isRequired
          />
          {resolvedAt !== null && (
            <Field
              name="resolvedAt"
              label="Was over"
              hint={zone}
              type="datetime-local"
              defaultValue={fieldInstant(resolvedAt, timezone)}
            />
          )}
        </PanelForm>
      </Correction>
      {others.length > 0 && !isHidden && (
        <Correction title="Merge into another one">
          <PanelForm action={mergeAction} submit="Merge" look="danger" label="Merge">
            {hiddenId}
            <Choice
              name="intoId"
              label="It is the same story as"
              hint="Its updates, servers and outages stand there then, and its address leads there"
              options={others.map((other) => ({ value: other.id, label: `${other.id}: ${incidentTitle(other)}` }))}
            />
          </PanelForm>
        </Correction>
      )}
      <Correction title={isHidden ? 'Show it' : 'Hide it'}>
        <PanelForm
          action={hideAction}
          submit={isHidden ? 'Show it to visitors' : 'Hide it from visitors'}
          look={isHidden ? 'quiet' : 'danger'}
          label={isHidden ? 'Show' : 'Hide'}
        >
          {hiddenId}
          <input type="hidden" name="do" value={isHidden ? 'show' : 'hide'} />
          <p className="text-sm text-soft">
            A hidden incident is in none of the public readings; the machine goes on with it.
          </p>
        </PanelForm>
      </Correction>
    </>
  );
}

function Correction({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-t border-hair py-2.5">
      <summary className="py-1 text-sm font-semibold">{title}</summary>
      <div className="mt-3 mb-2 max-w-xl">{children}</div>
    </details>
  );
}
