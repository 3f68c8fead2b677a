// What an alert says: the line for a lock screen and the sentences under it. Pure; outages, the most frequent kind, have
// a file of their own. Remote texts leave as safe single lines, to be escaped by whoever writes the markup.

import { explainRefusal } from '@/lib/core/status/credential';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { clockText, countText, durationText, whenText } from '@/lib/core/words/format';
import { safeText } from '@/lib/core/words/safe-text';
import { fitLine } from './alert-line';
import { type AlertWords, outageWords, type Telling } from './alert-outage-words';
import { type Happening, isOutageHappening, type MonitorHappening, type ServerHappening } from './happening';

/** More of them are counted, not told. */
const CHANGES_TOLD = 5;
const DIGEST_LINES = 50;

export function alertWords(happening: Happening, telling: Telling): AlertWords {
  if (isOutageHappening(happening)) return outageWords(happening, telling);
  return 'server' in happening ? serverWords(happening, telling) : monitorWords(happening, telling);
}

function serverWords(happening: ServerHappening, telling: Telling): AlertWords {
  const { now, page } = telling;
  const subject = happening.server.title;
  switch (happening.event) {
    case 'credential_rejected': {
      const { refused } = happening;
      const since = `, since ${whenText(refused.rejectedSince, now, page.timezone)}`;
      return {
        firstLine: fitLine({ subject, says: 'rejects our credential', tail: since }),
        sentences: [explainRefusal(refused, now, page.timezone).adminSentence],
      };
    }
    case 'token_expiring':
      return expiryWords('our token', 'From then on the server refuses us: put a new one into its variable.', {
        subject,
        expiresAt: happening.expiresAt,
        telling,
      });
    case 'certificate_expiring':
      return expiryWords(
        'its certificate',
        'From then on no client connects to it: the certificate has to be renewed.',
        {
          subject,
          expiresAt: happening.expiresAt,
          telling,
        },
      );
    case 'token_renewed':
      return renewedWords('our token', happening, telling);
    case 'certificate_renewed':
      return renewedWords('its certificate', happening, telling);
    case 'drift_breaking':
      return driftWords(subject, happening.changes);
    case 'drift_approved':
      return {
        firstLine: fitLine({
          subject,
          says: ': its changed tools are approved',
          tail: ` (${safeText(happening.by, 40)})`,
        }),
        sentences: ['From now on they are what its tools are compared with.'],
      };
    default:
      return happening satisfies never;
  }
}

interface Expiry {
  subject: string;
  expiresAt: UnixMs;
  telling: Telling;
}

function expiryWords(thing: string, advice: string, { subject, expiresAt, telling }: Expiry): AlertWords {
  const when = whenText(expiresAt, telling.now, telling.page.timezone);
  const leftMs = expiresAt - telling.now;
  if (leftMs <= 0) {
    return {
      firstLine: fitLine({ subject, says: `: ${thing} expired`, tail: ` (${when})` }),
      sentences: [advice.replace('From then on', 'Since then')],
    };
  }
  const firstLine = fitLine({ subject, says: `: ${thing} expires in ${leftText(leftMs)}`, tail: ` (${when})` });
  return { firstLine, sentences: [advice] };
}

function renewedWords(
  thing: string,
  { server, nextExpiresAt }: Extract<ServerHappening, { nextExpiresAt: UnixMs | null }>,
  { now, page }: Telling,
): AlertWords {
  const subject = server.title;
  if (nextExpiresAt === null) {
    return {
      firstLine: fitLine({ subject, says: `: ${thing} that was to run out is not in use any more` }),
      sentences: [],
    };
  }
  const tail = ` (good until ${whenText(nextExpiresAt, now, page.timezone)})`;
  return { firstLine: fitLine({ subject, says: `: ${thing} was renewed`, tail }), sentences: [] };
}

/** People count the days that are left in whole ones. */
function leftText(ms: number): string {
  return ms < 1.5 * DAY_MS ? durationText(ms) : countText(Math.round(ms / DAY_MS), 'day');
}

function driftWords(subject: string, changes: readonly string[]): AlertWords {
  const told = changes.slice(0, CHANGES_TOLD).map((change) => `${safeText(change, 500)}.`);
  const more = changes.length - told.length;
  const tail = changes.length > 1 ? ` (and ${changes.length - 1} more)` : '';
  return {
    firstLine: fitLine({ subject, says: 'changed its tools', detail: changes[0] ?? null, tail }),
    sentences: [...told, ...(more > 0 ? [`And ${countText(more, 'more change')}.`] : [])],
  };
}

function monitorWords(happening: MonitorHappening, { page, now }: Telling): AlertWords {
  const when = (at: UnixMs) => whenText(at, now, page.timezone);
  switch (happening.event) {
    case 'monitor_blind': {
      const { startAt, endAt } = happening;
      const span = `from ${when(startAt)} to ${when(endAt)}`;
      return {
        firstLine: `Rollcall did not run ${span} (${durationText(endAt - startAt)})`,
        sentences: ['Nobody watched in that time; it counts neither as up nor as down.'],
      };
    }
    case 'monitor_late': {
      const { since, serverCount } = happening;
      const waits = serverCount === 1 ? 'waits' : 'wait';
      return {
        firstLine: `Rollcall is late: ${countText(serverCount, 'server')} ${waits} for a call, since ${when(since)}`,
        sentences: ['What the page shows may be old, and new trouble is noticed late.'],
      };
    }
    case 'monitor_recovered': {
      const { since, backAt } = happening;
      return {
        firstLine: `Rollcall is on time again, after ${durationText(backAt - since)}`,
        sentences: [`From ${when(since)} to ${when(backAt)} it was behind its schedule.`],
      };
    }
    case 'network_lost':
      return {
        firstLine: `Rollcall cannot reach the network, since ${when(happening.since)}`,
        sentences: [
          `${countText(happening.serverCount, 'server')} failed together before they were reached, so the fault is most likely on our side.`,
          'There is one alert for all of them, and none of this time counts as down.',
        ],
      };
    case 'network_back': {
      const { since, backAt } = happening;
      return {
        firstLine: `Rollcall reaches the network again, after ${durationText(backAt - since)}`,
        sentences: [`From ${when(since)} to ${when(backAt)} nothing was judged.`],
      };
    }
    case 'digest':
      return digestWords(happening.lines, when(happening.since));
    case 'test':
      return {
        firstLine: `A test from ${safeText(page.title, 60)}, sent at ${clockText(now, page.timezone)}`,
        sentences: ['Whoever reads this will be told when a server breaks. Nothing is wrong now.'],
      };
    default:
      return happening satisfies never;
  }
}

/** The newest ones, when there are too many. */
function digestWords(lines: readonly string[], since: string): AlertWords {
  const told = lines.slice(-DIGEST_LINES).map((line) => `${safeText(line)}.`);
  const earlier = lines.length - told.length;
  return {
    firstLine: `${capitalized(countText(lines.length, 'alert'))} since ${since}`,
    sentences: [...(earlier > 0 ? [`${countText(earlier, 'earlier alert')} are left out.`] : []), ...told],
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
