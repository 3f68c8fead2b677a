'use client';
// The card of one day, over its bar. What it says was worded by the server; here it is only laid out, as text.
import { TONES } from '@/app/ui/tone';
import type { DayCard as Card } from '@/lib/core/day-view';

/** Wide enough for a line of an outage, narrow enough for a phone. */
export const CARD_WIDTH = 288;

interface DayCardProps {
  card: Card;
  /** Of the card inside its frame, in pixels. */
  left: number;
  id: string;
}

export function DayCard({ card, left, id }: DayCardProps) {
  return (
    // Padding, not margin: a pointer on its way from the bar to the card is never beside both.
    <div data-day-card style={{ left, width: CARD_WIDTH }} className="absolute top-full z-10 pt-1.5 print:hidden">
      <div id={id} className="rounded-md border border-hair bg-raised px-3.5 py-3 text-[13px] shadow-lg">
        <p className="font-semibold">{card.title}</p>
        {card.uptime && <p>{card.uptime}</p>}
        {card.remark && <p className="text-soft">{card.remark}</p>}
        {card.parts.length > 0 && (
          <ul className="mt-1 text-soft">
            {card.parts.map(({ layer, text }) => (
              <li key={layer}>{text}</li>
            ))}
          </ul>
        )}
        {card.outages.length > 0 && (
          <ul className="mt-2 space-y-1.5 border-t border-hair pt-2">
            {card.outages.map(({ status, when, what }, index) => (
              <li key={index} className="wrap-anywhere">
                <span className={`font-semibold ${TONES[status].text}`}>{when}</span>
                <br />
                <bdi>{what}</bdi>
              </li>
            ))}
            {card.more && <li className="text-soft">{card.more}</li>}
          </ul>
        )}
        {card.notes.length > 0 && (
          <ul className="mt-2 space-y-1 border-t border-hair pt-2 wrap-anywhere">
            {card.notes.map(({ text, href }, index) => (
              <li key={index}>
                {href === null ? (
                  <bdi>{text}</bdi>
                ) : (
                  <a href={href} className="underline underline-offset-3">
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
