// The next step of an incident: what is told, in which status, as of when; and the end in the machine's own words.
import { postUpdateAction, resolveAction, takeOverAction } from '@/app/admin/incidents/actions';
import { statusOptions } from '@/app/ui/admin/incident-form';
import { Choice, Field } from '@/app/ui/client/form/field';
import { MarkdownField } from '@/app/ui/client/form/markdown-field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { ShownLink } from '@/app/ui/client/form/shown-link';
import { isOver } from '@/lib/core/incident/incident';
import { TITLE_LIMIT } from '@/lib/core/incident/incident-input';
import { mayFollow } from '@/lib/core/incident/incident-rules';
import { UPDATE_TEMPLATES, type UpdateTemplate } from '@/lib/core/incident/update-templates';
import type { IncidentView } from '@/lib/core/incident-view';
import { zoneText } from '@/lib/core/words/format';

interface UpdateFormProps {
  incident: IncidentView;
  timezone: string;
  template: UpdateTemplate | null;
}

export function UpdateForm({ incident: { id, status }, timezone, template }: UpdateFormProps) {
  const options = statusOptions((next) => mayFollow(status, next));
  const usual = status === 'resolved' ? 'postmortem' : status;
  const fitting = UPDATE_TEMPLATES.filter((one) => mayFollow(status, one.status));
  const chosen = fitting.find((one) => one.id === template?.id) ?? null;
  return (
    <PanelForm action={postUpdateAction} submit="Post the update" pending="Posting…" label="Post an update">
      <input type="hidden" name="incidentId" value={id} />
      <Choice name="status" label="Status" defaultValue={chosen?.status ?? usual} options={options} />
      <MarkdownField
        // A new template is a new beginning.
        key={chosen?.id ?? ''}
        name="body"
        label="What people shall know"
        defaultValue={chosen?.body ?? ''}
        isRequired
        templates={fitting}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="at" label="As of" hint={`In ${zoneText(timezone)}; empty: now`} type="datetime-local" />
        <Field name="authorName" label="Signed" hint="Empty: the team" maxLength={80} />
      </div>
      <ShownLink />
    </PanelForm>
  );
}

/** For one that nobody answers for yet. */
export function TakeOverForm({ id, title }: { id: string; title: string }) {
  return (
    <PanelForm action={takeOverAction} submit="Take it over" look="quiet" label="Take it over">
      <p className="text-sm text-soft">
        From then on you answer for it: the machine writes no more and does not resolve it. Posting an update does the
        same.
      </p>
      <input type="hidden" name="incidentId" value={id} />
      <Field name="title" label="Title" hint={`Empty: ${title}`} maxLength={TITLE_LIMIT} />
    </PanelForm>
  );
}

export function ResolveForm({ incident: { id, status } }: { incident: IncidentView }) {
  if (isOver(status)) return null;
  return (
    <PanelForm action={resolveAction} submit="Resolve in the machine's words" look="quiet" isInline label="Resolve">
      <input type="hidden" name="incidentId" value={id} />
    </PanelForm>
  );
}
