// Every change: who, when, what, from, to.
import type { Metadata } from 'next';
import { auditFilter } from '@/app/admin/audit/audit-query';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { AuditTable } from '@/app/ui/admin/audit-table';
import { Choice, Field } from '@/app/ui/client/form/field';
import { AUDIT_ACTIONS } from '@/lib/core/access/audit';
import { readAudit } from '@/lib/reads/audit';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Audit · Rollcall', robots: { index: false } };

const PAGE_LENGTH = 50;
const SUBJECTS = [...new Set(AUDIT_ACTIONS.map((action) => action.split('.')[0] ?? action))];
const WHAT = [
  { value: '', label: 'everything' },
  ...SUBJECTS.map((subject) => ({ value: `${subject}.`, label: subject })),
];

type Query = Record<string, string | string[] | undefined>;

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const who = await requireRole('administrator', '/admin/audit');
  const query = await searchParams;
  const { entries, nextBeforeId } = readAudit(auditFilter(query), PAGE_LENGTH);
  const typed = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  return (
    <AdminFrame
      who={who}
      place="/admin/audit"
      title="Audit"
      lead="Every change made here, and every sign-in. Entries are never changed."
    >
      <form className="mt-6 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto_auto_auto]">
        <Choice name="what" label="What" defaultValue={typed('what')} options={WHAT} />
        <Field name="subject" label="To what" defaultValue={typed('subject')} maxLength={100} />
        <Field name="from" label="From day" placeholder="2026-11-01" defaultValue={typed('from')} />
        <Field name="to" label="To day" placeholder="2026-11-30" defaultValue={typed('to')} />
        <button type="submit" className="min-h-10 rounded-md border border-gap px-4 py-2 text-sm font-semibold">
          Show
        </button>
      </form>
      <AuditTable entries={entries} />
      <p className="mt-5 flex flex-wrap gap-5 text-sm">
        {nextBeforeId !== null && (
          <a className="underline" href={`/admin/audit?${withParameter(query, 'before', String(nextBeforeId))}`}>
            Older
          </a>
        )}
        <a className="underline" href={`/admin/audit.csv?${withParameter(query, 'before', null)}`}>
          As CSV
        </a>
      </p>
    </AdminFrame>
  );
}

function withParameter(query: Query, name: string, value: string | null): string {
  const parameters = new URLSearchParams();
  for (const [key, text] of Object.entries(query))
    if (key !== name && typeof text === 'string') parameters.set(key, text);
  if (value !== null) parameters.set(name, value);
  return parameters.toString();
}
