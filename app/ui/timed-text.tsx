// A sentence of ours with an instant in it, marked up so that machines and visitors of other zones can read it.
import { type Clock, Moment } from '@/app/ui/moment';
import type { UnixMs } from '@/lib/core/time';
import { clockText, whenText } from '@/lib/core/words/format';

interface TimedTextProps {
  text: string;
  /** The sentence says it as `whenText` or, where `isClock`, as `clockText` does; null where it says none. */
  at: UnixMs | null;
  clock: Clock;
  isClock?: boolean;
}

export function TimedText({ text, at, clock, isClock = false }: TimedTextProps) {
  if (at === null) return text;
  const near = isClock ? { ...clock, now: at } : clock;
  const said = isClock ? clockText(at, clock.timezone) : whenText(at, clock.now, clock.timezone, clock.language);
  const place = text.indexOf(said);
  if (place === -1) return text;
  return (
    <>
      {text.slice(0, place)}
      <Moment at={at} clock={near} isNear={isClock} />
      {text.slice(place + said.length)}
    </>
  );
}
