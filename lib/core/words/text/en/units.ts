// Numbers, spans and lists in English. Apart from the other areas, since those are made of it.

export const units = {
  locale: 'en-GB',
  decimalSign: '.',
  none: (many: string) => `no ${many}`,
  and: 'and',
  more: (count: number) => `${count} more`,
  underAMinute: 'under a minute',
  minute: { one: 'minute', many: 'minutes' },
  hour: { one: 'hour', many: 'hours' },
  day: { one: 'day', many: 'days' },
  nextCallSoon: 'Next call any moment.',
  nextCallIn: (countdown: string) => `Next call in ${countdown}.`,
  percent: (figure: string) => `${figure}%`,
};
