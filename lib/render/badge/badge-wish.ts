// What the generator on a server's page was asked for, read from the query. What is not understood is as if unsaid.
import { safeText } from '@/lib/core/words/safe-text';
import type { BadgeWish } from './badge-snippets';
import { BADGE_METRICS, BADGE_PERIODS } from './metric-words';

const TEXT_LENGTH = 60;

/** `?badge=&period=&style=&label=&color=&labelColor=` */
export function badgeWish(query: URLSearchParams): BadgeWish {
  const text = (name: string) => safeText(query.get(name) ?? '', TEXT_LENGTH);
  const style = query.get('style') ?? '';
  return {
    kind: BADGE_METRICS.find((metric) => metric === query.get('badge')) ?? 'status',
    period: BADGE_PERIODS.find((period) => period === query.get('period')) ?? '30d',
    style: /^[a-z-]{1,20}$/.test(style) && style !== 'flat' ? style : '',
    label: text('label'),
    color: text('color'),
    labelColor: text('labelColor'),
  };
}
