// The answer to the one question visitors bring: is it all there? Marks, headline, what is wrong, when we look again.
import { Countdown } from '@/app/ui/client/countdown';
import { clockOf } from '@/app/ui/moment';
import { Pips } from '@/app/ui/pips';
import { TimedText } from '@/app/ui/timed-text';
import type { OverviewView } from '@/lib/core/view';
import { headline, troubleLine } from '@/lib/core/words/sentence';

export function Hero({ view }: { view: OverviewView }) {
  const { language } = view.page;
  return (
    <div className="pt-10 pb-8 sm:pt-16 sm:pb-11">
      {view.servers.length > 0 && <Pips servers={view.servers} isOld={view.isDelayed} />}
      <h1 className="mb-3 max-w-[19em] text-[clamp(28px,4.6vw,40px)] leading-[1.14] font-semibold tracking-[-0.022em] text-balance wrap-anywhere">
        <TimedText text={headline(view, language)} at={view.calledAt} clock={clockOf(view)} isClock />
      </h1>
      <p className="text-soft wrap-anywhere">
        <span role="status">{troubleLine(view, language)}</span>{' '}
        <Countdown
          nextAt={view.isDelayed ? null : view.nextCallAt}
          generatedAt={view.generatedAt}
          language={language}
        />
      </p>
    </div>
  );
}
