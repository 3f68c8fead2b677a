// Numbers, spans and lists in German.
import type { units as en } from '@/lib/core/words/text/en/units';

export const units: typeof en = {
  locale: 'de-DE',
  decimalSign: ',',
  none: (many) => `keine ${many}`,
  and: 'und',
  more: (count) => `${count} weitere`,
  underAMinute: 'unter einer Minute',
  minute: { one: 'Minute', many: 'Minuten' },
  hour: { one: 'Stunde', many: 'Stunden' },
  day: { one: 'Tag', many: 'Tage' },
  nextCallSoon: 'Nächster Appell jeden Moment.',
  nextCallIn: (countdown) => `Nächster Appell in ${countdown}.`,
  percent: (figure) => `${figure}\u00a0%`,
};
