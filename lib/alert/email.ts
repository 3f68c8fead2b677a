// E-mail: one mail an alert, so written that programs do not answer it and that clients keep the mails of one outage
// together (RFC 5322, 3.6.4; RFC 2919; RFC 3834).
import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { createAnswerLine } from '@/lib/alert/answer-line';
import type { Send, SendDeps } from '@/lib/alert/send-deps';
import { smtpServer } from '@/lib/alert/smtp-server';
import type { ChannelOf } from '@/lib/config/settings/channel-schema';
import type { AlertMessage } from '@/lib/core/alert/alert';
import { failedDelivery } from '@/lib/core/alert/delivery';
import { alertEmail } from '@/lib/render/alert/alert-email';
import { pageTitle } from '@/lib/render/alert/alert-parts';

export const sendEmail: Send<'email'> = async (channel, message, deps) => {
  const server = smtpServer(channel);
  if (server === null) return failedDelivery('misconfigured', 'the settings name no mail server');
  const line = createAnswerLine(channel);
  const messageId = `<${message.id}@${domainOf(channel.from)}>`;
  const result = await deps.mail(server, mailOf(channel, message, { messageId, deps }), deps.signal);
  if (result.kind === 'failure') return failedDelivery(result.code, line(result.message));
  const rejected = result.rejected.length === 0 ? '' : `, but not for ${result.rejected.join(', ')}`;
  return {
    kind: 'delivered',
    // Of the first one: later mails answer to it.
    receipt: deps.previous ?? { messageId },
    answer: line(`${result.response}${rejected}`),
  };
};

interface Sending {
  messageId: string;
  deps: Pick<SendDeps, 'now' | 'previous'>;
}

function mailOf(
  channel: ChannelOf<'email'>,
  message: AlertMessage,
  { messageId, deps: { now, previous } }: Sending,
): SendMailOptions {
  const domain = domainOf(channel.from);
  const title = pageTitle(message);
  // Never sent itself; mails of one key have it in common, also where the first one went another way.
  const thread = `<${hashOf(message.dedupKey)}@${domain}>`;
  return {
    from: { name: title, address: channel.from },
    to: [channel.to].flat(),
    date: new Date(now()),
    messageId,
    inReplyTo: previous?.messageId ?? thread,
    references: previous === null ? [thread] : [thread, previous.messageId],
    list: { id: { url: `rollcall.${domain}`, comment: title } },
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(message.severity === 'critical' && { priority: 'high' }),
    ...alertEmail(message),
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** A key may hold characters that a Message-ID may not. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
