// What /health names, each with its own state. The error text is shown only where the configuration made it public.
import { Dot } from '@/app/ui/dot';
import { Foreign } from '@/app/ui/foreign';
import { type Clock, Moment } from '@/app/ui/moment';
import { Cell, Table } from '@/app/ui/table';
import { TONES } from '@/app/ui/tone';
import type { DependencyState } from '@/lib/core/outcome';
import type { ShownStatus } from '@/lib/core/status/status';
import type { DependencyView } from '@/lib/core/view';

const HEADS = [
  ['Name', 'w-[40%]'],
  ['State', 'w-[34%]'],
  ['Since', 'w-[26%]'],
] as const;

const LOOKS: Record<DependencyState, { look: ShownStatus; word: string }> = {
  ok: { look: 'up', word: 'ok' },
  degraded: { look: 'degraded', word: 'degraded' },
  failed: { look: 'down', word: 'failing' },
  unknown: { look: 'unknown', word: 'unknown' },
};

export function DependencyTable({ dependencies, clock }: { dependencies: DependencyView[]; clock: Clock }) {
  return (
    <Table caption="Dependencies named by the health URL" heads={HEADS}>
      {dependencies.map(({ name, state, since, message }) => {
        const { look, word } = LOOKS[state];
        return (
          <tr key={name}>
            <Cell isHead>
              <Foreign text={name} maxLength={80} />
            </Cell>
            <Cell>
              <span
                className={`inline-flex items-center gap-2 ${state === 'ok' ? '' : `font-semibold ${TONES[look].text}`}`}
              >
                <Dot status={look} />
                {word}
              </span>
              {message && (
                <p className="mt-0.5 text-soft">
                  <Foreign text={message} />
                </p>
              )}
            </Cell>
            <Cell>
              <Moment at={since} clock={clock} />
            </Cell>
          </tr>
        );
      })}
    </Table>
  );
}
