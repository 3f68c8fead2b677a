// Opens an incident by hand, before or without the machine, or writes down a past one.
import { openIncidentAction } from '@/app/admin/incidents/actions';
import { AffectedServers } from '@/app/ui/admin/affected-servers';
import { Choice, Field } from '@/app/ui/client/form/field';
import { MarkdownField } from '@/app/ui/client/form/markdown-field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { INCIDENT_IMPACTS, INCIDENT_STATUSES, type IncidentStatus } from '@/lib/core/incident/incident';
import { TITLE_LIMIT } from '@/lib/core/incident/incident-input';
import { UPDATE_TEMPLATES, type UpdateTemplate } from '@/lib/core/incident/update-templates';
import { zoneText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';
import type { PanelServerView } from '@/lib/reads/panel-servers';

const { statuses, impactDegrees } = wordsOf('en').incidents;

export const IMPACTS = INCIDENT_IMPACTS.map((value) => ({ value, label: impactDegrees[value] }));

export function statusOptions(allowed: (status: IncidentStatus) => boolean) {
  return INCIDENT_STATUSES.filter(allowed).map((value) => ({ value, label: statuses[value] }));
}

interface IncidentFormProps {
  servers: readonly PanelServerView[];
  timezone: string;
  /** What the text begins with. */
  template: UpdateTemplate | null;
}

export function IncidentForm({ servers, timezone, template }: IncidentFormProps) {
  return (
    <PanelForm action={openIncidentAction} submit="Open it" pending="Opening…" label="New incident">
      <Field name="title" label="Title" hint="What people notice, in a few words" isRequired maxLength={TITLE_LIMIT} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          name="status"
          label="Status"
          defaultValue={template?.status ?? 'investigating'}
          options={statusOptions((status) => status !== 'postmortem')}
        />
        <Choice name="impact" label="Impact" defaultValue="minor" options={IMPACTS} />
      </div>
      <MarkdownField
        key={template?.id ?? ''}
        name="body"
        label="First update"
        defaultValue={template?.body ?? ''}
        isRequired
        templates={UPDATE_TEMPLATES.filter(({ status }) => status !== 'postmortem')}
      />
      <fieldset className="grid gap-3">
        <legend className="text-sm font-semibold">Servers it is about</legend>
        <AffectedServers servers={servers} affected={new Map()} />
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="startedAt" label="Began" hint={`In ${zoneText(timezone)}; empty: now`} type="datetime-local" />
        <Field name="authorName" label="Signed" hint="Empty: the team" maxLength={80} />
      </div>
    </PanelForm>
  );
}
