// The wire logs of the last check and of the last failing one, and what a command wrote to stderr.
import { WireLog } from '@/app/ui/admin/wire-log';
import { Section } from '@/app/ui/section';
import type { Transcript } from '@/lib/core/transcript';
import { whenText } from '@/lib/core/words/format';
import type { Transcripts } from '@/lib/reads/transcripts';

interface TranscriptSectionProps {
  transcripts: Transcripts;
  now: number;
  timezone: string;
}

export function TranscriptSection({
  transcripts: { last, lastFailing, lastGood },
  now,
  timezone,
}: TranscriptSectionProps) {
  if (last === null) return null;
  const others = [
    { title: 'Last failing check', transcript: lastFailing },
    { title: 'Last good check', transcript: lastGood },
  ].filter(({ transcript }) => transcript !== null && transcript.at !== last.at);
  return (
    <Section title="Last check" fact={whenText(last.at, now, timezone)}>
      <OneTranscript transcript={last} label="Last check" />
      {others.map(({ title, transcript }) =>
        transcript === null ? null : (
          <details key={title} className="mt-4">
            <summary className="text-sm font-semibold">
              {title}, {whenText(transcript.at, now, timezone)}
            </summary>
            <div className="mt-3">
              <OneTranscript transcript={transcript} label={title} />
            </div>
          </details>
        ),
      )}
    </Section>
  );
}

function OneTranscript({
  transcript: { failure, lines, stderrTail, challenge },
  label,
}: {
  transcript: Transcript;
  label: string;
}) {
  return (
    <div className="grid gap-3">
      {failure && (
        <p className="text-sm wrap-anywhere">
          At {failure.stage}: {failure.message}.
          {failure.detail && <span className="block text-soft">{failure.detail}</span>}
        </p>
      )}
      {challenge && (
        <p className="text-sm text-soft wrap-anywhere">
          It asked for {challenge.scheme ?? 'a credential'}
          {challenge.realm && `, realm "${challenge.realm}"`}
          {challenge.scopes.length > 0 && `, scopes ${challenge.scopes.join(' ')}`}
          {challenge.authorizationServers.length > 0 && `, from ${challenge.authorizationServers.join(', ')}`}
          {challenge.error && `: ${challenge.error}`}.
        </p>
      )}
      <WireLog lines={lines} label={label} />
      {stderrTail && (
        <details className="text-sm">
          <summary>What it wrote to stderr</summary>
          <pre className="mt-2 overflow-auto rounded-md bg-sunk p-3 text-[13px] whitespace-pre-wrap">{stderrTail}</pre>
        </details>
      )}
    </div>
  );
}
