// What the latency chart shows: plain links, so that they work without script and can be sent to somebody.
import { LATENCY_PARTS, LATENCY_RANGES, type LatencyChoice } from '@/lib/core/history/stage-latency';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

export function LatencyChoices({ part, range, language }: LatencyChoice & { language: Language }) {
  const words = wordsOf(language).chart;
  return (
    <div className="mb-3 flex flex-wrap justify-between gap-x-6 gap-y-1 text-[13px]">
      <Links
        label={words.partsLabel}
        links={LATENCY_PARTS.map((name) => ({
          text: words.parts[name],
          href: addressOf({ part: name, range }),
          isCurrent: name === part,
        }))}
      />
      <Links
        label={words.rangesLabel}
        links={LATENCY_RANGES.map((name) => ({
          text: words.ranges[name],
          href: addressOf({ part, range: name }),
          isCurrent: name === range,
        }))}
      />
    </div>
  );
}

interface Choice {
  text: string;
  href: string;
  isCurrent: boolean;
}

function Links({ label, links }: { label: string; links: Choice[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-4">
        {links.map(({ text, href, isCurrent }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isCurrent ? 'true' : undefined}
              className={`inline-block py-1 ${isCurrent ? 'font-semibold' : 'text-soft underline'}`}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What is usual is not said, so that the usual page has one address. */
function addressOf({ part, range }: LatencyChoice): string {
  const query = new URLSearchParams();
  if (part !== 'total') query.set('stage', part);
  if (range !== '24h') query.set('range', range);
  return `?${query}#latency`;
}
