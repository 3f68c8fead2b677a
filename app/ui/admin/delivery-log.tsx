// What went where, newest first, and what the other side said. Times in the zone of the page.
import { retryDeliveryAction } from '@/app/admin/channels/actions';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { whenText } from '@/lib/core/words/format';
import type { DeliveryView } from '@/lib/reads/deliveries';

interface DeliveryLogProps {
  deliveries: readonly DeliveryView[];
  now: number;
  timezone: string;
  mayRetry: boolean;
  /** Of the next page; null on the last one. */
  olderHref: string | null;
}

export function DeliveryLog({ deliveries, now, timezone, mayRetry, olderHref }: DeliveryLogProps) {
  if (deliveries.length === 0) return <p className="text-sm text-soft">Nothing was sent yet.</p>;
  return (
    <>
      <ol aria-label="Deliveries, newest first" className="text-sm">
        {deliveries.map((delivery) => (
          <li
            key={delivery.id}
            className="grid gap-x-4 gap-y-1 border-t border-hair py-2.5 wrap-anywhere sm:grid-cols-[130px_minmax(0,1fr)]"
          >
            <span className="text-soft">{whenText(delivery.createdAt, now, timezone)}</span>
            <div>
              <p>{delivery.firstLine}</p>
              <p className="text-soft">
                <a className="underline" href={`/admin/channels/of/${encodeURIComponent(delivery.channel)}`}>
                  {delivery.channel}
                </a>
                , <StateWords delivery={delivery} now={now} timezone={timezone} />
                {delivery.answer && <span className="block font-mono text-[13px]">{delivery.answer}</span>}
              </p>
              {mayRetry && delivery.state === 'given_up' && (
                <div className="mt-2">
                  <PanelForm
                    action={retryDeliveryAction}
                    submit="Try again"
                    look="quiet"
                    isInline
                    label={`Try again: ${delivery.firstLine} (${delivery.id})`}
                  >
                    <input type="hidden" name="delivery" value={delivery.id} />
                  </PanelForm>
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {olderHref && (
        <p className="mt-4 text-sm">
          <a className="underline" href={olderHref}>
            Older
          </a>
        </p>
      )}
    </>
  );
}

interface StateWordsProps {
  delivery: DeliveryView;
  now: number;
  timezone: string;
}

export function StateWords({ delivery, now, timezone }: StateWordsProps) {
  const { state, attempts, code, nextAttemptAt, deliveredAt } = delivery;
  const tries = attempts > 1 ? ` after ${attempts} tries` : '';
  const why = code === null ? '' : `: ${code.replaceAll('_', ' ')}`;
  switch (state) {
    case 'delivered':
      return (
        <span className="text-up">
          delivered{deliveredAt !== null && ` ${whenText(deliveredAt, now, timezone)}`}
          {tries}
        </span>
      );
    case 'given_up':
      return (
        <span className="text-down">
          given up{tries}
          {why}
        </span>
      );
    case 'dropped':
      return <span>held until it was no news any more</span>;
    case 'pending':
      return (
        <span className={attempts > 0 ? 'text-degraded' : ''}>
          {attempts > 0 ? 'failed' : 'on its way'}
          {why}
          {nextAttemptAt !== null && `, next try ${whenText(nextAttemptAt, now, timezone)}`}
        </span>
      );
    default:
      return state satisfies never;
  }
}
