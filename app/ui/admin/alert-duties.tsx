// The alerts that were sent of an incident's outages: who has taken them on, and what can be done with them.
import { acknowledgeAction, snoozeAction, unsnoozeAction } from '@/app/admin/incidents/alert-actions';
import { Choice } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { type Clock, Moment } from '@/app/ui/moment';
import { SNOOZE_CHOICES_MS } from '@/lib/core/alert/snooze';
import { durationText } from '@/lib/core/words/format';
import type { PanelAlertView } from '@/lib/reads/panel-incident';

interface AlertDutiesProps {
  alerts: readonly PanelAlertView[];
  clock: Clock;
  mayAct: boolean;
}

const SNOOZES = SNOOZE_CHOICES_MS.map((ms) => ({ value: String(ms), label: durationText(ms) }));

export function AlertDuties({ alerts, clock, mayAct }: AlertDutiesProps) {
  return (
    <ul>
      {alerts.map((alert) => (
        <li key={alert.threadKey} className="grid gap-3 border-t border-hair py-3 text-sm">
          <div className="wrap-anywhere">
            <p>{alert.firstLine}</p>
            <p className="text-soft">
              <Standing alert={alert} clock={clock} />
            </p>
          </div>
          {mayAct && alert.endedAt === null && alert.acknowledged === null && <Duties alert={alert} />}
        </li>
      ))}
    </ul>
  );
}

function Standing({
  alert: { openedAt, endedAt, acknowledged, snoozed },
  clock,
}: {
  alert: PanelAlertView;
  clock: Clock;
}) {
  return (
    <>
      Told at <Moment at={openedAt} clock={clock} />
      {acknowledged && (
        <>
          {`, taken on by ${acknowledged.by ?? 'whoever held its link'} at `}
          <Moment at={acknowledged.at} clock={clock} />
        </>
      )}
      {snoozed && endedAt === null && (
        <>
          {`, put off by ${snoozed.by ?? 'whoever held its link'} until `}
          <Moment at={snoozed.until} clock={clock} />
        </>
      )}
      {endedAt !== null && (
        <>
          , over since <Moment at={endedAt} clock={clock} />
        </>
      )}
      .
    </>
  );
}

function Duties({ alert: { threadKey, snoozed } }: { alert: PanelAlertView }) {
  const key = <input type="hidden" name="threadKey" value={threadKey} />;
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <PanelForm action={acknowledgeAction} submit="Take it on" look="quiet" isInline label="Take the alerts on">
        {key}
      </PanelForm>
      {snoozed === null ? (
        <PanelForm action={snoozeAction} submit="Put off" look="quiet" isInline label="Put the alerts off">
          {key}
          <Choice name="durationMs" label="For" options={SNOOZES} defaultValue={SNOOZES[0]?.value ?? ''} />
        </PanelForm>
      ) : (
        <PanelForm
          action={unsnoozeAction}
          submit="Take it up again"
          look="quiet"
          isInline
          label="Take the alerts up again"
        >
          {key}
        </PanelForm>
      )}
    </div>
  );
}
