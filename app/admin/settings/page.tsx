// What holds for all: the page, the policy of servers, how long history is kept, and stored secrets.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { SecretList } from '@/app/ui/admin/secret-list';
import { SettingsForm } from '@/app/ui/admin/settings-form';
import { Section } from '@/app/ui/section';
import { panelDesk } from '@/lib/admin/panel/desk';
import { settingsInForce } from '@/lib/admin/panel/in-force';
import type { SettingSection } from '@/lib/admin/panel/save-settings';
import { readPageSettings } from '@/lib/reads/page-settings';
import { readSecretNames } from '@/lib/reads/secrets';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Settings · Rollcall', robots: { index: false } };

const SECTIONS: readonly { section: SettingSection; title: string; fact: string }[] = [
  { section: 'page', title: 'The page', fact: 'what visitors see' },
  { section: 'defaults', title: 'How servers are watched', fact: 'where a server says nothing else' },
  { section: 'retention', title: 'How long history is kept', fact: 'days, outages, incidents and drift: for ever' },
];

export default async function SettingsPage() {
  const who = await requireRole('administrator', '/admin/settings');
  const desk = panelDesk();
  return (
    <AdminFrame
      who={who}
      place="/admin/settings"
      title="Settings"
      lead="What a file says counts, and is changed there."
    >
      {SECTIONS.map(({ section, title, fact }) => (
        <Section key={section} title={title} fact={fact}>
          <SettingsForm section={section} settings={settingsInForce(desk, section)} label={title} />
        </Section>
      ))}
      <Section title="Stored secrets" fact="encrypted, by name">
        <SecretList secrets={readSecretNames()} now={Date.now()} timezone={readPageSettings().timezone} />
      </Section>
    </AdminFrame>
  );
}
