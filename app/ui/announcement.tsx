// What the team itself has to say, above everything the machine says.
import { Markdown } from '@/app/ui/markdown';
import type { AnnouncementSeverity, PageBrand } from '@/lib/core/page-settings';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

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
      className={`mt-6 rounded-md px-4 py-3.5 sm:px-5 ${LOOKS[announcement.severity]}`}
    >
      <Markdown source={announcement.text} />
    </aside>
  );
}
