// The dead man's switch: a URL that is called while Rollcall is well. Whoever listens there raises the alarm when the
// calls stop; so it carries no alert, and no route leads to it.
import { createAnswerLine } from '@/lib/alert/answer-line';
import { readAnswer } from '@/lib/alert/read-answer';
import type { SendDeps } from '@/lib/alert/send-deps';
import type { ChannelOf } from '@/lib/config/settings/channel-schema';
import type { Delivery } from '@/lib/core/alert/delivery';

/** One call. A failed one need not be repeated: the next comes within a minute. */
export async function sendHeartbeat(
  channel: ChannelOf<'heartbeat'>,
  deps: Pick<SendDeps, 'http' | 'now' | 'signal'>,
): Promise<Delivery> {
  const result = await deps.http({ method: channel.method, url: channel.url }, deps.signal);
  return readAnswer(result, { line: createAnswerLine(channel), now: deps.now() });
}
