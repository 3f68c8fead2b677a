// The audit log as a file, with the filter of the page.
import { auditFilter } from '@/app/admin/audit/audit-query';
import { whoIsThere } from '@/app/admin/gate';
import { mayActAs } from '@/lib/core/access/role';
import { readAudit } from '@/lib/reads/audit';
import { csv } from '@/lib/render/csv';

const ROWS_MAX = 50_000;
const HEADS = ['at', 'actor', 'action', 'subject', 'before', 'after'];

export async function GET(request: Request): Promise<Response> {
  const who = await whoIsThere();
  if (who === null) return new Response('Sign in first.\n', { status: 401 });
  if (!mayActAs(who.role, 'administrator')) return new Response('This is for administrators.\n', { status: 403 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { entries } = readAudit(auditFilter(query), ROWS_MAX);
  const rows = entries.map((entry) => [
    new Date(entry.at).toISOString(),
    entry.actor,
    entry.action,
    entry.subject,
    entry.before === null ? '' : JSON.stringify(entry.before),
    entry.after === null ? '' : JSON.stringify(entry.after),
  ]);
  return new Response(csv([HEADS, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="rollcall-audit.csv"',
      'cache-control': 'no-store',
    },
  });
}
