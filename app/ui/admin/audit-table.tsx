// Entries of the audit log, times in UTC; what was changed as "name: from → to".
import type { AuditView } from '@/lib/reads/audit';

export function AuditTable({ entries }: { entries: readonly AuditView[] }) {
  if (entries.length === 0) return <p className="mt-6 text-soft">Nothing was changed.</p>;
  return (
    <ol className="mt-6 text-sm" aria-label="Changes, newest first">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid gap-x-4 border-t border-hair py-2.5 wrap-anywhere sm:grid-cols-[150px_1fr_1.4fr] lg:grid-cols-[150px_1fr_1.4fr_1.4fr]"
        >
          <time dateTime={new Date(entry.at).toISOString()} className="text-soft">
            {stampText(entry.at)}
          </time>
          <span>{entry.actor}</span>
          <span>
            <b className="font-semibold">{actionText(entry.action)}</b> {entry.subject}
          </span>
          <span className="sm:col-start-3 lg:col-start-4">
            {changeLines(entry).map((line) => (
              <span key={line} className="block text-soft">
                {line}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** "incident.taken_over" reads "incident taken over". */
function actionText(action: string): string {
  return action.replace(/[._]/g, ' ');
}

function stampText(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function changeLines({ before, after }: AuditView): string[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => {
    const [from, to] = [before?.[name], after?.[name]].map((value) => (value === undefined ? null : shown(value)));
    if (from === null) return `${name}: ${to}`;
    return to === null ? `${name}: ${from} → gone` : `${name}: ${from} → ${to}`;
  });
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
