// One server in the panel: how it does, how it is configured, what its last checks said.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { fieldsOf } from '@/app/admin/endpoints/server-fields';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { HoursSection } from '@/app/ui/admin/hours-section';
import { ServerDuties } from '@/app/ui/admin/server-duties';
import { ServerForm } from '@/app/ui/admin/server-form';
import { TranscriptSection } from '@/app/ui/admin/transcript-section';
import { Section } from '@/app/ui/section';
import { panelDesk } from '@/lib/admin/panel/desk';
import { serverOf } from '@/lib/admin/panel/server-documents';
import { acceptsAnyCertificate } from '@/lib/admin/panel/trust';
import { mayActAs } from '@/lib/core/access/role';
import { whenText } from '@/lib/core/words/format';
import { mendText } from '@/lib/core/words/mend';
import { statusWord } from '@/lib/core/words/sentence';
import { readPageSettings } from '@/lib/reads/page-settings';
import { readStoredPanel } from '@/lib/reads/panel-config';
import { readPanelHours } from '@/lib/reads/panel-hours';
import { type PanelServerView, readPanelServer } from '@/lib/reads/panel-servers';
import { readTranscripts } from '@/lib/reads/transcripts';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Endpoint · Rollcall', robots: { index: false } };

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ saved?: string }>;
}

export default async function EndpointPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const who = await requireRole('viewer', `/admin/endpoints/${slug}`);
  const now = Date.now();
  const server = readPanelServer(slug, now);
  if (server === null) notFound();
  const { timezone } = readPageSettings();
  const { saved } = await searchParams;
  return (
    <AdminFrame who={who} place="/admin/endpoints" title={server.title} lead={originText(server)}>
      {saved !== undefined && <p className="mt-4 text-sm font-semibold text-up">{savedText(Number(saved))}</p>}
      <PresentState server={server} now={now} timezone={timezone} />
      {acceptsAnyCertificate(panelDesk(), slug) && (
        <p className="mt-2 text-sm font-semibold text-down">
          Accepts any certificate (insecure): whoever stands between could answer for it.
        </p>
      )}
      <ServerDuties server={server} role={who.role} />
      {mayActAs(who.role, 'administrator') && <Configuration server={server} />}
      <HoursSection view={readPanelHours(server.id, now)} timezone={timezone} />
      <TranscriptSection transcripts={readTranscripts(server.id)} now={now} timezone={timezone} />
    </AdminFrame>
  );
}

function PresentState({ server, now, timezone }: { server: PanelServerView; now: number; timezone: string }) {
  const { status, since, reason, problem } = server;
  return (
    <div className="mt-4">
      <p>
        <b className="font-semibold">{statusWord(status)}</b>
        {since !== null && ` since ${whenText(since, now, timezone)}`}
        {reason && `: ${reason.message}`}.
      </p>
      {reason?.code && <p className="text-soft">{mendText(reason.code)}</p>}
      {problem && <p className="text-down">It is never called: {problem}.</p>}
    </div>
  );
}

function Configuration({ server }: { server: PanelServerView }) {
  const { db, sealer, environment } = panelDesk();
  if (server.source !== null) return <ManagedByFile file={server.source} />;
  const draft = serverOf(readStoredPanel(db, sealer).panel, server.name);
  if (draft === null) return null;
  return (
    <Section title="Configuration">
      <ServerForm values={fieldsOf(draft)} isNew={false} allowsStdio={environment.allowStdio === 'admin'} />
    </Section>
  );
}

function ManagedByFile({ file }: { file: string }) {
  return (
    <Section title="Configuration">
      <p className="text-sm">
        Managed by <code className="font-mono">{file}</code>. What the file says counts, so it is changed there:
        Rollcall notices within two seconds. Here it can be called, paused and acknowledged.
      </p>
    </Section>
  );
}

function originText({ source, name, slug }: PanelServerView): string {
  const origin = source === null ? 'Made in this panel' : `Managed by ${source}`;
  return name === slug ? `${origin}.` : `${origin}, as "${name}".`;
}

function savedText(secretCount: number): string {
  if (!(secretCount > 0)) return 'Saved. The loop calls it within two seconds.';
  return `Saved; ${secretCount === 1 ? 'a credential was' : `${secretCount} credentials were`} stored encrypted. The loop calls it within two seconds.`;
}
