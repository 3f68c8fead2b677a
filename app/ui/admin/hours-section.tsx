// Latency and failures of one server by stage, the last 24 hours: the day in four lines, and hour by hour.
import { Section } from '@/app/ui/section';
import { Cell, Table } from '@/app/ui/table';
import { STAGES } from '@/lib/core/failure';
import { TIMED_STAGES } from '@/lib/core/history/stage-latency';
import { clockText, countText, latencyText, zoneText } from '@/lib/core/words/format';
import type { FailureCount, PanelHoursView } from '@/lib/reads/panel-hours';

interface HoursSectionProps {
  view: PanelHoursView;
  timezone: string;
}

export function HoursSection({ view: { checkCount, failures, latency, hours }, timezone }: HoursSectionProps) {
  if (checkCount === 0) return null;
  return (
    <Section title="Latency and failures by stage" fact={`${countText(checkCount, 'call')} in the last 24 hours`}>
      <Table
        caption="By stage"
        heads={[
          ['Stage', 'w-[31%]'],
          ['Median', 'w-[22%]'],
          ['95 %', 'w-[22%]'],
          ['Not well', 'w-[25%]'],
        ]}
      >
        {STAGES.map((stage) => {
          const timed = TIMED_STAGES.find((one) => one === stage);
          return (
            <tr key={stage}>
              <Cell isHead>{stage}</Cell>
              <Cell>{timed ? msText(latency[timed].p50Ms) : '–'}</Cell>
              <Cell>{timed ? msText(latency[timed].p95Ms) : '–'}</Cell>
              <Cell>{countOf(failures, stage)}</Cell>
            </tr>
          );
        })}
        <tr>
          <Cell isHead>in all</Cell>
          <Cell>{msText(latency.total.p50Ms)}</Cell>
          <Cell>{msText(latency.total.p95Ms)}</Cell>
          <Cell>{failures.reduce((sum, { count }) => sum + count, 0)}</Cell>
        </tr>
      </Table>
      <details className="mt-3">
        <summary className="text-sm font-semibold">Hour by hour, in {zoneText(timezone)}</summary>
        <div className="mt-2">
          <Table
            caption="Hour by hour"
            heads={[
              ['From', 'w-[16%]'],
              ['Calls', 'w-[14%]'],
              ['Median', 'w-[18%]'],
              ['95 %', 'w-[18%]'],
              ['Not well', 'w-[34%]'],
            ]}
          >
            {hours.map((hour) => (
              <tr key={hour.startAt}>
                <Cell isHead>{clockText(hour.startAt, timezone)}</Cell>
                <Cell>{hour.checkCount}</Cell>
                <Cell>{msText(hour.p50Ms)}</Cell>
                <Cell>{msText(hour.p95Ms)}</Cell>
                <Cell>{failuresText(hour.failures)}</Cell>
              </tr>
            ))}
          </Table>
        </div>
      </details>
    </Section>
  );
}

function msText(ms: number | null): string {
  return ms === null ? '–' : latencyText(ms);
}

function countOf(failures: readonly FailureCount[], stage: FailureCount['stage']): number {
  return failures.find((failure) => failure.stage === stage)?.count ?? 0;
}

/** "2 at reach, 1 at tools". */
function failuresText(failures: readonly FailureCount[]): string {
  return failures.map(({ stage, count }) => `${count} ${stage === null ? 'elsewhere' : `at ${stage}`}`).join(', ');
}
