// The fields of planned work: what, for whom, when, how often.
import { saveMaintenanceAction } from '@/app/admin/maintenance/actions';
import { coverField, PATTERNS } from '@/app/admin/maintenance/maintenance-fields';
import { Check, Choice, Field } from '@/app/ui/client/form/field';
import { MaintenanceDates } from '@/app/ui/client/form/maintenance-dates';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import type { MaintenanceScope } from '@/lib/admin/panel/check-maintenance';

interface MaintenanceFormProps {
  scope: MaintenanceScope;
  /** Null for a new one. */
  planned: { key: string; values: Record<string, string> } | null;
}

const COVERS = [
  { value: 'all', label: 'all servers' },
  { value: 'chosen', label: 'the ones chosen below' },
];

export function MaintenanceForm({ scope, planned }: MaintenanceFormProps) {
  const at = (name: string) => planned?.values[name] ?? '';
  return (
    <PanelForm
      action={saveMaintenanceAction}
      submit="Save"
      others={[{ value: 'preview', label: 'Show the next dates' }]}
      label="Planned work"
      aside={<MaintenanceDates />}
    >
      <input type="hidden" name="key" value={planned?.key ?? ''} />
      <Field name="title" label="Title" hint="Visitors read it" defaultValue={at('title')} isRequired maxLength={200} />
      <Choice name="covers" label="For" defaultValue={at('covers') || 'all'} options={COVERS} />
      <Cover scope={scope} at={at} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="start" label="Begins" type="datetime-local" defaultValue={at('start')} isRequired />
        <Field name="duration" label="Lasts" defaultValue={at('duration')} placeholder="2h" isRequired />
      </div>
      <Field
        name="timezone"
        label="Time zone"
        hint={`As in "Europe/Berlin"; empty: that of the page, ${scope.timezone}`}
        defaultValue={at('timezone')}
      />
      <Choice name="pattern" label="Repeats" defaultValue={at('pattern')} options={PATTERNS} />
      <Field
        name="rule"
        label="Rule"
        hint="For others, as in RFC 5545: FREQ=MONTHLY;BYDAY=1TU is each first Tuesday"
        defaultValue={at('rule')}
      />
      <Field
        name="except"
        label="Not on"
        hint="Days on which it does not begin, such as 2026-12-24"
        defaultValue={at('except')}
      />
    </PanelForm>
  );
}

function Cover({ scope: { servers, groups }, at }: { scope: MaintenanceScope; at: (name: string) => string }) {
  if (servers.length === 0) return null;
  return (
    <fieldset className="grid max-h-64 gap-2 overflow-y-auto rounded-md border border-hair px-3 py-2.5 sm:grid-cols-2">
      <legend className="text-sm font-semibold">Chosen</legend>
      {groups.map((name) => (
        <Check
          key={`group ${name}`}
          name={coverField('group', name)}
          label={`Group ${name}`}
          isChecked={at(coverField('group', name)) === 'yes'}
        />
      ))}
      {servers.map(({ name, title }) => (
        <Check
          key={`server ${name}`}
          name={coverField('server', name)}
          label={title}
          isChecked={at(coverField('server', name)) === 'yes'}
        />
      ))}
    </fieldset>
  );
}
