// What the team itself has to say, above everything the machine says.
import type { AnnouncementSeverity, PageBrand } from '@/lib/core/view';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';
import { renderMarkdown } from '@/lib/render/markdown/markdown';

/** A wash and no sign: signs are for what was measured. */
const LOOKS: Record<AnnouncementSeverity, string> = {
  info: 'bg-sunk',
  warning: 'bg-degraded-wash',
  critical: 'bg-down-wash',
};

interface AnnouncementProps {
  announcement: PageBrand['announcement'];
  language: Language;
}

export function Announcement({ announcement, language }: AnnouncementProps) {
  if (!announcement) return null;
  return (
    <aside
      aria-label={wordsOf(language).page.announcement}
      className={`mt-6 space-y-2 rounded-md px-4 py-3.5 wrap-anywhere sm:px-5 [&_a]:underline [&_a]:underline-offset-3 ${LOOKS[announcement.severity]}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown escapes HTML and lets only safe links through.
      dangerouslySetInnerHTML={{ __html: renderMarkdown(announcement.text) }}
    />
  );
}
