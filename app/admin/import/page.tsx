// Servers from the files of any MCP client, looked at before they are taken over.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { ImportForm } from '@/app/ui/client/import/import-form';
import { importAction } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Import · Rollcall', robots: { index: false } };

export default async function ImportPage() {
  const who = await requireRole('administrator', '/admin/import');
  return (
    <AdminFrame
      who={who}
      place="/admin/import"
      title="Import"
      lead="Files of Claude, Amazon Q, Kiro, VS Code, Cursor, Windsurf, Cline, Zed, Continue, Gemini CLI, Codex, opencode, the MCP registry, or an export of Rollcall. Nothing is saved before you say so."
    >
      <ImportForm action={importAction} />
    </AdminFrame>
  );
}
