// What needs attention now.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Now · Rollcall', robots: { index: false } };

export default async function AdminPage() {
  const who = await requireRole('viewer', '/admin');
  return (
    <AdminFrame who={who} place="/admin" title="Now">
      <p className="mt-6">
        <a href="/" className="underline">
          The status page
        </a>
      </p>
    </AdminFrame>
  );
}
