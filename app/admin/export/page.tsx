// The whole configuration to take away, and what it needs where it is used.
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { Section } from '@/app/ui/section';
import { panelDesk } from '@/lib/admin/panel/desk';
import { exportFiles } from '@/lib/admin/panel/export-files';
import { countText } from '@/lib/core/words/format';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Export · Rollcall', robots: { index: false } };

const LINK = 'min-h-10 rounded-md border border-gap px-4 py-2 text-sm font-semibold';

export default async function ExportPage() {
  const who = await requireRole('administrator', '/admin/export');
  const { serverCount, variables, secrets, inClear, brokenFiles, logo } = exportFiles(panelDesk());
  return (
    <AdminFrame
      who={who}
      place="/admin/export"
      title="Export"
      lead="Everything that files and this panel say, as two files that mean the same anywhere."
    >
      {brokenFiles.length > 0 && (
        <p role="alert" className="mt-6 font-semibold text-down">
          Not whole now: {brokenFiles.join(', ')} cannot be read.
        </p>
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        <a href="/admin/export/mcp.json" download className={LINK}>
          mcp.json, {countText(serverCount, 'server')}
        </a>
        <a href="/admin/export/rollcall.json" download className={LINK}>
          rollcall.json, everything else
        </a>
      </p>
      <p className="mt-4 max-w-2xl text-sm text-soft">
        Put both into the folder that ROLLCALL_CONFIG names. What is known as a credential is only named in them.
        Servers that were taken off the roll are not in them either.
        {logo !== null && ` The picture ${logo} has to lie beside them.`}
      </p>
      <Needs title="Variables it needs" names={variables}>
        Set in the environment of the Rollcall that reads it.
      </Needs>
      <Needs title="Secrets it needs" names={secrets.filter((name) => !inClear.includes(name))}>
        Stored here under these names. Another Rollcall has to be given them.
      </Needs>
      <Needs title="In clear in your files" names={inClear}>
        These values stand in a configuration file as they are. The export names them as secrets instead: store them
        under these names where you use it.
      </Needs>
    </AdminFrame>
  );
}

function Needs({ title, names, children }: { title: string; names: readonly string[]; children: ReactNode }) {
  if (names.length === 0) return null;
  return (
    <Section title={title}>
      <p className="max-w-2xl text-sm text-soft">{children}</p>
      <ul className="mt-3 grid gap-1 font-mono text-[13px]">
        {names.map((name) => (
          <li key={name} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}
