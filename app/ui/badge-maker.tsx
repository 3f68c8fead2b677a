// The badge of this server and how to get it into a README. A form that asks the server for the picture it describes;
// where there is script, picture and lines follow the keyboard.
import { BadgeForm } from '@/app/ui/client/badge-form';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';
import { BADGE_STYLES } from '@/lib/render/badge/badge-choices';
import type { BadgeTarget, BadgeWish } from '@/lib/render/badge/badge-snippets';
import { BADGE_METRICS, BADGE_PERIODS } from '@/lib/render/badge/metric-words';

interface BadgeMakerProps {
  target: BadgeTarget;
  wish: BadgeWish;
  /** A health URL alone has neither tools nor an MCP latency. */
  isMcp: boolean;
  language: Language;
}

export function BadgeMaker({ target, wish, isMcp, language }: BadgeMakerProps) {
  const { snippets: words, server } = wordsOf(language);
  const metrics = BADGE_METRICS.filter((metric) => isMcp || metric === 'status' || metric === 'uptime');
  return (
    <BadgeForm
      target={target}
      wish={wish}
      choices={{
        kind: metrics.map((value) => ({ value, text: words.kinds[value] })),
        period: BADGE_PERIODS.map((value) => ({ value, text: server.spans[value] })),
        // Flat is what no style means.
        style: BADGE_STYLES.map((value) => ({ value: value === 'flat' ? '' : value, text: value })),
      }}
      words={{
        kind: words.kind,
        period: words.period,
        style: words.style,
        label: words.label,
        labelHint: words.labelHint,
        color: words.color,
        labelColor: words.labelColor,
        colorHint: words.colorHint,
        make: words.make,
        preview: words.preview,
        copy: { copy: words.copy, copied: words.copied, failed: words.copyFailed },
      }}
    />
  );
}
