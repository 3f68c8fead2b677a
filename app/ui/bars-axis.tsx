// What the ends of the bars mean, at each of the three widths.
import { BAR_DAYS } from '@/lib/core/drawing/bars';
import { DAY_MS, startOfDay, type UnixMs } from '@/lib/core/time';
import { dayText } from '@/lib/core/words/format';

export function BarsAxis({ now }: { now: UnixMs }) {
  const first = (days: number) => dayText(startOfDay(now) - (days - 1) * DAY_MS, 'UTC');
  return (
    <p className="flex justify-between border-t border-hair pt-1.5 text-[13px] text-soft" aria-hidden="true">
      <span className="sm:hidden">{first(30)}</span>
      <span className="hidden sm:inline md:hidden">{first(60)}</span>
      <span className="hidden md:inline">{first(BAR_DAYS)}</span>
      <span>Today so far</span>
    </p>
  );
}
