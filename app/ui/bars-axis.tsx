// What the ends of the bars mean, at each of the three widths.
import type { Clock } from '@/app/ui/moment';
import { BAR_DAYS } from '@/lib/core/drawing/bars';
import { DAY_MS, startOfDay } from '@/lib/core/time';
import { dayText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

export function BarsAxis({ clock: { now, language } }: { clock: Clock }) {
  const first = (days: number) => dayText(startOfDay(now) - (days - 1) * DAY_MS, 'UTC', language);
  return (
    <p className="flex justify-between border-t border-hair pt-1.5 text-[13px] text-soft" aria-hidden="true">
      <span className="sm:hidden">{first(30)}</span>
      <span className="hidden sm:inline md:hidden">{first(60)}</span>
      <span className="hidden md:inline">{first(BAR_DAYS)}</span>
      <span>{wordsOf(language).bars.todaySoFar}</span>
    </p>
  );
}
