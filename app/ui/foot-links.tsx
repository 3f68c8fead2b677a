// The ways at the end of every page: to the other pages, and to what machines read.
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

export function FootLinks({ language }: { language: Language }) {
  const words = wordsOf(language);
  const links = [
    ['/incidents', words.incidents.tab],
    ['/uptime', words.calendar.tab],
    ['/subscribe', words.subscribe.tab],
    ['/feed.atom', 'Atom'],
    ['/maintenance.ics', words.page.calendar],
    ['/badge.svg', words.page.badge],
    ['/api/v2/summary.json', 'JSON'],
    ['/api/v1/openapi.json', 'API'],
  ] as const;
  return (
    <nav aria-label={words.page.more} className="print:hidden">
      <ul className="flex flex-wrap gap-x-4">
        {links.map(([href, text]) => (
          <li key={href}>
            {/* High enough for a thumb (WCAG 2.2, 2.5.8: 24 px). */}
            <a href={href} className="inline-block py-1.5">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
