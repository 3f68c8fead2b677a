// The fields of a route: what it takes, where it leads, and when.
import { saveRouteAction } from '@/app/admin/channels/routes/actions';
import type { RouteFields } from '@/app/admin/channels/routes/route-fields';
import { CheckGroup } from '@/app/ui/client/form/check-group';
import { Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import type { RoutePlace } from '@/lib/admin/panel/routes';
import { WEEKDAYS } from '@/lib/config/settings/route-schema';
import { ALERT_EVENTS, ALERT_SEVERITIES } from '@/lib/core/alert/alert';

interface RouteFormProps {
  fields: RouteFields;
  /** Null for a new one. */
  place: RoutePlace | null;
  channels: readonly string[];
  servers: readonly string[];
  groups: readonly string[];
}

const words = (names: readonly string[]) => names.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
/** Those that are gone, too, so that they can be taken out. */
const named = (names: readonly string[], chosen: readonly string[]) =>
  [...new Set([...names, ...chosen])].map((name) => ({ value: name, label: name }));

export function RouteForm({ fields, place, channels, servers, groups }: RouteFormProps) {
  const severities = words(ALERT_SEVERITIES);
  return (
    <PanelForm action={saveRouteAction} submit="Save" label="Route">
      <input type="hidden" name="at" value={place === null ? '' : place.at} />
      <input type="hidden" name="mark" value={place?.mark ?? ''} />
      <CheckGroup name="to" label="To" chosen={fields.to} options={named(channels, fields.to)} />
      <CheckGroup
        name="severity"
        label="Severities"
        hint="All without a choice"
        chosen={fields.severity}
        options={severities}
      />
      <CheckGroup
        name="groups"
        label="Groups"
        hint="All servers without a choice"
        chosen={fields.groups}
        options={named(groups, fields.groups)}
      />
      <CheckGroup
        name="endpoints"
        label="Servers"
        hint="Besides those of the groups"
        chosen={fields.endpoints}
        options={named(servers, fields.endpoints)}
      />
      <details open={fields.events.length > 0}>
        <summary className="text-sm font-semibold">Only some events</summary>
        <CheckGroup
          name="events"
          label="Events"
          hint="All without a choice"
          chosen={fields.events}
          options={words(ALERT_EVENTS)}
        />
      </details>
      <Field
        name="repeat"
        label="Tell again every"
        hint="Until somebody acknowledges it or it is over; 1m to 7d. Never when empty"
        defaultValue={fields.repeat}
        placeholder="1h"
      />
      <Group title="When nobody acknowledges">
        <Field
          name="escalateAfter"
          label="After"
          hint="1m to 7d. Never when empty"
          defaultValue={fields.escalateAfter}
          placeholder="15m"
        />
        <CheckGroup
          name="escalateTo"
          label="Also to"
          chosen={fields.escalateTo}
          options={named(channels, fields.escalateTo)}
        />
      </Group>
      <Group title="Quiet hours">
        <Field
          name="quietFrom"
          label="From"
          hint="What is not urgent waits for their end"
          defaultValue={fields.quietFrom}
          placeholder="22:00"
        />
        <Field
          name="quietTo"
          label="To"
          hint="Where it is not later: on the next day"
          defaultValue={fields.quietTo}
          placeholder="07:00"
        />
        <Field
          name="quietTimezone"
          label="Time zone"
          hint="That of the page when empty"
          defaultValue={fields.quietTimezone}
          placeholder="Europe/Berlin"
        />
        <CheckGroup
          name="quietDays"
          label="Days"
          hint="On which they begin; every day without a choice"
          chosen={fields.quietDays}
          options={words([...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)])}
        />
        <CheckGroup
          name="quietSeverities"
          label="What waits"
          hint="Medium and low without a choice"
          chosen={fields.quietSeverities}
          options={severities}
        />
      </Group>
      <Group title="Digest">
        <Field
          name="digestAt"
          label="At"
          hint="One message a day gathers what is not urgent"
          defaultValue={fields.digestAt}
          placeholder="09:00"
        />
        <CheckGroup
          name="digestSeverities"
          label="What it gathers"
          hint="Low without a choice"
          chosen={fields.digestSeverities}
          options={severities}
        />
      </Group>
    </PanelForm>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-hair pt-3">
      <legend className="pr-3 text-sm font-semibold">{title}</legend>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
