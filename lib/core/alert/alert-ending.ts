// Rewords the end of an outage that ends without the server being up: nobody calls it any more, or it refuses us again as
// it always did. Event, key and severity stay, so that channels close what they opened. Pure.
import { safeText } from '@/lib/core/words/safe-text';
import type { AlertMessage } from './alert';
import { fitLine } from './alert-line';
import type { Ending } from './happening';

const WORDS: Record<Ending, { says: string; sentence: string }> = {
  locked: {
    says: 'answers again, but refuses our credential',
    sentence: 'It never accepted a credential of ours, so whether it works for others is not known.',
  },
  unwatched: {
    says: 'is not watched any more',
    sentence: 'It is gone from the configuration, or its entry cannot be used. Whether it works is not known.',
  },
};

export function endedOtherwise(alert: AlertMessage, ending: Ending): AlertMessage {
  const { says, sentence } = WORDS[ending];
  const [server] = alert.servers;
  // A name may consist of marks that nobody sees.
  const subject = server === undefined ? '' : safeText(server.title) || server.slug;
  return { ...alert, firstLine: fitLine({ subject, says }), sentences: [sentence, ...alert.sentences] };
}
