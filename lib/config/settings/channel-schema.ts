// What a channel of alerts may say, one zod schema a kind. Texts may hold ${VARIABLES}: the same schema checks a channel as
// it stands in the file and, once it is expanded, as it is used. So nothing in it transforms. Expands nothing itself.
import { z } from 'zod';
import { checkHeader } from '@/lib/config/entries/check-header';
import { checkUrl } from '@/lib/config/entries/check-url';

/** A text with a placeholder cannot be judged before it is expanded. */
const PLACEHOLDER = /\$\{|\{env:/;

function checkedText(isFine: (text: string) => boolean, error: string) {
  return z
    .string()
    .min(1)
    .max(8_192)
    .refine((text) => PLACEHOLDER.test(text) || isFine(text), { error });
}

const webUrl = checkedText(
  (text) => checkUrl(text, '').ok,
  'must be an http or https URL without user name and password',
);
const oneLine = checkedText((text) => !/[\r\n\0]/.test(text), 'must be a single line');

/** Standard Webhooks, "signature scheme": 24 to 64 bytes in base64 after the prefix. */
const WEBHOOK_SECRET = /^whsec_((?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;

/** Rollcall sends these itself. */
const OWN_HEADER = /^(webhook-.*|user-agent)$/i;

const headers = z.record(z.string(), z.string().max(8_192)).superRefine((given, context) => {
  for (const [name, value] of Object.entries(given)) {
    const check = checkHeader(name, PLACEHOLDER.test(value) ? '' : value);
    const isRefused = check.verdict === 'refused' || OWN_HEADER.test(name);
    if (isRefused) context.addIssue({ code: 'custom', path: [name], message: 'is no header that may be sent' });
  }
});

const webhookChannel = z
  .strictObject({
    type: z.literal('webhook').meta({ description: 'Kind of channel.' }),
    url: webUrl.meta({ description: 'Where the JSON is posted to.' }),
    secret: checkedText(
      (text) => WEBHOOK_SECRET.test(text),
      'must be whsec_ followed by 24 to 64 bytes in base64 (echo "whsec_$(openssl rand -base64 32)" makes one)',
    )
      .exactOptional()
      .meta({ description: 'Signs each message by Standard Webhooks; without it messages are not signed.' }),
    headers: headers.exactOptional().meta({ description: 'Sent with each message.' }),
  })
  .meta({ description: 'Posts JSON, signed by Standard Webhooks.' });

const slackChannel = z
  .strictObject({
    type: z.literal('slack').meta({ description: 'Kind of channel.' }),
    url: webUrl.meta({ description: 'The incoming webhook, https://hooks.slack.com/services/…' }),
  })
  .meta({ description: 'Slack, and what takes its incoming webhooks.' });

const teamsChannel = z
  .strictObject({
    type: z.literal('teams').meta({ description: 'Kind of channel.' }),
    url: webUrl.meta({ description: 'The URL of a workflow "When a Teams webhook request is received".' }),
  })
  .meta({ description: 'Microsoft Teams.' });

const discordChannel = z
  .strictObject({
    type: z.literal('discord').meta({ description: 'Kind of channel.' }),
    url: webUrl.meta({ description: 'The webhook, https://discord.com/api/webhooks/…; ?thread_id=… for a thread.' }),
  })
  .meta({ description: 'Discord. The message of an outage is edited when the outage is over.' });

const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,190}$/;
const address = checkedText((text) => ADDRESS.test(text), 'must be an e-mail address, such as ops@example.com');

/** `user:password@` is expected here, a query is not. */
function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && url.search === '' && url.hash === '';
}

export const TLS_MODES = ['always', 'starttls', 'if-offered', 'off'] as const;

const emailChannel = z
  .strictObject({
    type: z.literal('email').meta({ description: 'Kind of channel.' }),
    url: checkedText(isSmtpUrl, 'must be smtp://host:port or smtps://host:port, with user:password@ where needed')
      .exactOptional()
      .meta({ description: 'The mail server in one line, instead of host, port, user and password.' }),
    host: oneLine.exactOptional().meta({ description: 'The mail server.' }),
    port: z.int().min(1).max(65_535).exactOptional().meta({ description: 'Default 465 with tls "always", else 587.' }),
    user: oneLine.exactOptional().meta({ description: 'To log in with.' }),
    password: oneLine.exactOptional().meta({ description: 'To log in with.' }),
    tls: z.enum(TLS_MODES).exactOptional().meta({
      description:
        '"always" from the first byte (default on port 465 and for smtps), "starttls" demanded (default with a password), "if-offered" (default without one), "off".',
    }),
    from: address.meta({ description: 'Sender; an address that the mail server lets Rollcall use.' }),
    to: z.union([address, z.array(address).min(1).max(50)]).meta({ description: 'One recipient or a list.' }),
  })
  .refine(({ url, host }) => (url === undefined) !== (host === undefined), { error: 'must have either url or host' })
  .refine(({ url, user, password, port }) => url === undefined || (user ?? password ?? port) === undefined, {
    error: 'must have user, password and port inside its url',
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    error: 'must have both user and password, or neither',
  })
  .meta({ description: 'E-mail over SMTP.' });

/** EU accounts have https://events.eu.pagerduty.com/v2/enqueue. */
const PAGERDUTY_URL = 'https://events.pagerduty.com/v2/enqueue';

const pagerdutyChannel = z
  .strictObject({
    type: z.literal('pagerduty').meta({ description: 'Kind of channel.' }),
    routingKey: checkedText(
      (text) => /^\w{20,64}$/.test(text),
      'must be the integration key of an Events API v2 integration',
    ).meta({
      description: 'Integration key of an Events API v2 integration.',
    }),
    url: webUrl.default(PAGERDUTY_URL).meta({ description: `Default ${PAGERDUTY_URL}.` }),
  })
  .meta({ description: 'PagerDuty, Events API v2. An outage that is over is resolved there too.' });

const ntfyChannel = z
  .strictObject({
    type: z.literal('ntfy').meta({ description: 'Kind of channel.' }),
    topic: checkedText((text) => /^[-_A-Za-z0-9]{1,64}$/.test(text), 'must be 1 to 64 letters, digits, - and _').meta({
      description: 'On a public server a topic is as good as a password.',
    }),
    url: webUrl
      .default('https://ntfy.sh')
      .meta({ description: 'The server, without the topic. Default https://ntfy.sh.' }),
    token: oneLine.exactOptional().meta({ description: 'Access token, tk_…' }),
  })
  .meta({ description: 'ntfy, to phones.' });

const heartbeatChannel = z
  .strictObject({
    type: z.literal('heartbeat').meta({ description: 'Kind of channel.' }),
    url: webUrl.meta({ description: 'Called once a minute while Rollcall is well.' }),
    method: z.enum(['GET', 'POST']).default('GET').meta({ description: 'Default GET.' }),
  })
  .meta({ description: 'A dead man’s switch: silence means that Rollcall is dead. No route leads to it.' });

export const channelSchema = z.discriminatedUnion(
  'type',
  [
    webhookChannel,
    slackChannel,
    teamsChannel,
    discordChannel,
    emailChannel,
    pagerdutyChannel,
    ntfyChannel,
    heartbeatChannel,
  ],
  { error: 'must be one of "webhook", "slack", "teams", "discord", "email", "pagerduty", "ntfy" and "heartbeat"' },
);

/** As it stands in the file, or expanded; then it holds secrets, and is never stored, logged or shown. */
export type ChannelConfig = z.output<typeof channelSchema>;
export type ChannelType = ChannelConfig['type'];
/** One kind of channel: ChannelOf<'slack'>. */
export type ChannelOf<Type extends ChannelType> = Extract<ChannelConfig, { type: Type }>;
