// What the pages behind the links of messages say. English, like the messages.
import type { UnixMs } from '@/lib/core/time';
import { whenText } from '@/lib/core/words/format';
import type { LinkForm, LinkPage } from './link-page';

/** How a matter stands; a part of what lib/reads answers. */
export interface LinkedMatter {
  firstLine: string;
  endedAt: UnixMs | null;
  acknowledgedAt: UnixMs | null;
  acknowledgedBy: string | null;
  snoozedUntil: UnixMs | null;
  page: { timezone: string };
}

type Words = Omit<LinkPage, 'pageTitle'>;

const refused = (heading: string, sentence: string): Words => ({ heading, sentences: [sentence], form: null });

export const REFUSED = {
  forged: refused('This link does not work', 'It is not whole, or was not made by this status page.'),
  expired: refused('This link has run out', 'Links in messages work for a week. Open a newer message.'),
  not_found: refused('Nothing is known of this any more', 'It was forgotten.'),
  too_often: refused('Too often', 'This link was used too often in the last minute. Try again in a moment.'),
  failed: refused('Something went wrong', 'Rollcall could not do this. Its log says why.'),
} satisfies Record<string, Words>;

export function linkWords(matter: LinkedMatter, purpose: LinkForm, now: UnixMs): Words {
  const { firstLine, endedAt, acknowledgedAt, snoozedUntil } = matter;
  const when = (at: UnixMs) => whenText(at, now, matter.page.timezone);
  if (endedAt !== null) {
    return {
      heading: firstLine,
      sentences: [`It is over since ${when(endedAt)}. There is nothing to do.`],
      form: null,
    };
  }
  if (acknowledgedAt !== null) {
    return { heading: firstLine, sentences: [takenText(matter, when(acknowledgedAt))], form: null };
  }
  const snoozed = snoozedUntil === null ? [] : [`It is snoozed until ${when(snoozedUntil)}.`];
  const question =
    purpose === 'acknowledge'
      ? 'Acknowledging tells everybody who heard of it that somebody is at it, and stops the reminders.'
      : 'Nothing more is told of it for as long as you choose, but for its end.';
  return { heading: firstLine, sentences: [...snoozed, question], form: purpose };
}

/** After it was done. */
export const DONE: Record<LinkForm, (matter: LinkedMatter, now: UnixMs) => Words> = {
  acknowledge: ({ firstLine }) => ({
    heading: firstLine,
    sentences: ['You have acknowledged it. No more reminders are sent.'],
    form: null,
  }),
  snooze: ({ firstLine, snoozedUntil, page }, now) => ({
    heading: firstLine,
    sentences: [`Snoozed until ${whenText(snoozedUntil ?? now, now, page.timezone)}.`],
    form: null,
  }),
};

function takenText({ acknowledgedBy }: LinkedMatter, at: string): string {
  const by = acknowledgedBy === null ? '' : ` by ${acknowledgedBy}`;
  return `It was acknowledged${by} at ${at}. No more reminders are sent.`;
}
