'use client';
// What came of a test: the verdict in words, what to do about it, and the wire log.
import { WireLog } from '@/app/ui/admin/wire-log';
import type { TestReport } from '@/lib/admin/panel/test-server';
import { latencyText } from '@/lib/core/words/format';
import { mendText } from '@/lib/core/words/mend';
import { useFormState } from './panel-form';

const VERDICTS = {
  up: 'Answers.',
  degraded: 'Answers, with a fault.',
  down: 'No client could work with it.',
  locked: 'It answers, but refuses our credential.',
};

export function TestResult() {
  const { result } = useFormState();
  if (!isReport(result)) return null;
  const { verdict, failure, toolNames, latencyMs, protocolVersion, serverName, serverVersion, dependencies } = result;
  const server = [serverName, serverVersion].filter(Boolean).join(' ');
  const facts = [
    protocolVersion && `speaks ${protocolVersion}${server ? ` as ${server}` : ''}`,
    toolNames && (toolNames.length === 1 ? 'one tool' : `${toolNames.length} tools`),
    latencyMs !== null && latencyText(latencyMs),
  ].filter(Boolean);
  return (
    <div role="status" className="grid gap-3">
      <p>
        <b className="font-semibold">{VERDICTS[verdict]}</b>{' '}
        {failure && (
          <>
            At {failure.stage}: {failure.message}. {mendText(failure.code)}
          </>
        )}
      </p>
      {facts.length > 0 && <p className="text-sm text-soft">{facts.join(', ')}</p>}
      {toolNames && toolNames.length > 0 && (
        <p className="text-sm text-soft wrap-anywhere">
          Found: {toolNames.slice(0, 12).join(', ')}
          {toolNames.length > 12 && ', …'}
        </p>
      )}
      {dependencies.length > 0 && (
        <ul className="text-sm">
          {dependencies.map(({ name, state, message }) => (
            <li key={name} className="wrap-anywhere">
              {name}: {state}
              {message && `, ${message}`}
            </li>
          ))}
        </ul>
      )}
      <WireLog lines={result.lines} label="What was sent and received" />
      {result.stderrTail && (
        <details className="text-sm">
          <summary>What it wrote to stderr</summary>
          <pre className="overflow-auto rounded-md bg-sunk p-3 text-[13px] whitespace-pre-wrap">
            {result.stderrTail}
          </pre>
        </details>
      )}
    </div>
  );
}

function isReport(value: unknown): value is TestReport {
  return typeof value === 'object' && value !== null && 'verdict' in value && 'lines' in value;
}
