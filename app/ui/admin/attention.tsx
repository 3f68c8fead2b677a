// What waits for an administrator, a part for each kind; nothing is said of what is well.
import type { ReactNode } from 'react';
import { Mark } from '@/app/ui/mark';
import { Section } from '@/app/ui/section';
import type { ConfigProblem } from '@/lib/core/config-problem';
import { durationText, whenText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { mendText } from '@/lib/core/words/mend';
import { statusWord } from '@/lib/core/words/sentence';
import type { AttentionView, ExpiryView } from '@/lib/reads/attention';
import type { PanelServerView } from '@/lib/reads/panel-servers';

interface AttentionProps {
  view: AttentionView;
  now: number;
  timezone: string;
}

export function Attention({ view, now, timezone }: AttentionProps) {
  return (
    <>
      <Part
        title="Servers in trouble"
        items={view.servers.map((server) => (
          <Trouble key={server.slug} server={server} now={now} timezone={timezone} />
        ))}
      />
      <Part
        title="Incidents that wait for a word"
        items={view.incidents.map((waiting) => <Waiting key={waiting.id} {...waiting} now={now} timezone={timezone} />)}
      />
      <Part
        title="Configuration"
        items={view.problems.map((problem) => <Problem key={JSON.stringify(problem)} problem={problem} />)}
      />
      <Part
        title="Runs out soon"
        items={view.expiries.map((expiry) => (
          <Expiry key={expiry.slug + expiry.what} expiry={expiry} now={now} timezone={timezone} />
        ))}
      />
      <Part
        title="Alerts that did not arrive"
        items={view.failedChannels.map(({ channel, failed, answer, at }) => (
          <p key={channel}>
            <b className="font-semibold">{channel}</b>: {failed === 1 ? 'one alert was' : `${failed} alerts were`} given
            up, the last {whenText(at, now, timezone)}. {answer}.
          </p>
        ))}
      />
      <Part
        title="Lists of tools that changed"
        items={view.drifts.map(({ slug, title, waiting }) => (
          <p key={slug}>
            <a href={`/servers/${slug}`} className="font-semibold">
              {title}
            </a>
            : {waiting === 1 ? 'one change' : `${waiting} changes`} that may break calls, not approved yet.
          </p>
        ))}
      />
    </>
  );
}

function Part({ title, items }: { title: string; items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title} fact={String(items.length)}>
      <ul className="text-sm">
        {items.map((item, place) => (
          <li key={place} className="border-t border-hair py-2.5 wrap-anywhere">
            {item}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Trouble({ server, now, timezone }: { server: PanelServerView; now: number; timezone: string }) {
  const { slug, title, status, since, reason, problem } = server;
  const remedy = reason?.code ? mendText(reason.code) : null;
  return (
    <div className="flex gap-3">
      <span className="mt-0.5 flex-none">
        <Mark status={status} />
      </span>
      <p className="min-w-0">
        <a href={`/admin/endpoints/${slug}`} className="font-semibold">
          {title}
        </a>{' '}
        {problem === null ? `is ${statusWord(status).toLowerCase()}` : 'is never called'}
        {problem === null && since !== null && ` since ${whenText(since, now, timezone)}`}:{' '}
        {problem ?? reason?.message ?? 'no reason is known'}.
        {remedy && <span className="block text-soft">{remedy}</span>}
      </p>
    </div>
  );
}

function Waiting({
  incident,
  isOver,
  now,
  timezone,
}: AttentionView['incidents'][number] & { now: number; timezone: string }) {
  return (
    <p>
      <a href={`/admin/incidents/${incident.id}`} className="font-semibold">
        {incidentTitle(incident)}
      </a>{' '}
      since {whenText(incident.startedAt, now, timezone)}.{' '}
      {isOver
        ? 'All servers answer again: it can be resolved.'
        : 'Nobody has taken it over; visitors read what the machine found.'}
    </p>
  );
}

function Problem({ problem: { severity, file, line, path, message, remedy } }: { problem: ConfigProblem }) {
  return (
    <p>
      <b className={`font-semibold ${severity === 'error' ? 'text-down' : 'text-degraded'}`}>
        {severity === 'error' ? 'Error' : 'Warning'}
      </b>{' '}
      <code className="font-mono text-[13px]">
        {file}
        {line !== null && `:${line}`} {path}
      </code>
      <span className="block">
        {message}. <span className="text-soft">{remedy}</span>
      </span>
    </p>
  );
}

function Expiry({
  expiry: { slug, title, what, at },
  now,
  timezone,
}: {
  expiry: ExpiryView;
  now: number;
  timezone: string;
}) {
  return (
    <p>
      <a href={`/admin/endpoints/${slug}`} className="font-semibold">
        {title}
      </a>
      : its {what === 'token' ? 'token (ours)' : 'certificate'}{' '}
      {at <= now ? 'ran out' : `runs out in ${durationText(at - now)},`} {whenText(at, now, timezone)}.
    </p>
  );
}
