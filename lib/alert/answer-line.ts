// Makes what a receiver said fit for the delivery log: one line, bounded, without the secrets of the channel and without
// the signed links of the message, which an echo would repeat.
import { secretsInHeader, worthHiding } from '@/lib/config/entries/secret-values';
import type { ChannelConfig } from '@/lib/config/settings/channel-schema';
import { safeText } from '@/lib/core/words/safe-text';

const LENGTH_LIMIT = 300;
const MARK = '[redacted]';
/** A part of a path that is a word ("services", "webhooks") hides nothing. */
const PATH_SECRET = /^(?=.*\d).{8,}$|^.{16,}$/;

const BEARER = /\b(bearer|basic) +[\w+/.~=-]{4,}/gi;
/** Groups: scheme, user information, host, the rest. */
const ADDRESS = /\b(https?:\/\/)([^\s/?#@"'<>\\]*@)?([^\s/?#"'<>\\]+)([^\s"'<>\\]*)/gi;

/** Total: never throws, linear in the text. */
export type AnswerLine = (text: string) => string;

export function createAnswerLine(channel: ChannelConfig): AnswerLine {
  // Most receivers answer in JSON, which writes a quote in a password otherwise.
  const secrets = worthHiding(secretsOf(channel))
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length);
  return (text) => {
    // Cut first, so that a huge answer costs nothing.
    let line = text.slice(0, LENGTH_LIMIT * 8);
    for (const secret of secrets) line = line.replaceAll(secret, MARK);
    line = line.replace(BEARER, `$1 ${MARK}`).replace(ADDRESS, shortAddress);
    return safeText(line, LENGTH_LIMIT).replace(/[.\s]+$/, '');
  };
}

/** Where it leads stays readable, what it carries does not. */
function shortAddress(_whole: string, ...[scheme, _user, host, rest]: string[]): string {
  return `${scheme}${host}${rest === '' || rest === '/' ? '' : '/…'}`;
}

function secretsOf(channel: ChannelConfig): string[] {
  switch (channel.type) {
    case 'webhook':
      return [
        ...inUrl(channel.url),
        ...(channel.secret === undefined ? [] : [channel.secret]),
        ...Object.values(channel.headers ?? {}).flatMap(secretsInHeader),
      ];
    case 'email':
      return [...(channel.password === undefined ? [] : [channel.password]), ...inUrl(channel.url ?? '')];
    case 'pagerduty':
      return [channel.routingKey, ...inUrl(channel.url)];
    case 'ntfy':
      return [channel.topic, ...(channel.token === undefined ? [] : [channel.token]), ...inUrl(channel.url)];
    case 'slack':
    case 'teams':
    case 'discord':
    case 'heartbeat':
      return inUrl(channel.url);
    default:
      return channel satisfies never;
  }
}

/** Receivers of webhooks are told apart by long parts of the path or by the query; both are as good as passwords. */
function inUrl(text: string): string[] {
  const url = URL.parse(text);
  if (url === null) return [];
  const parts = url.pathname.split('/').filter((part) => PATH_SECRET.test(part));
  const password = url.password === '' ? [] : [url.password, decoded(url.password)];
  return [...parts, ...url.searchParams.values(), ...password];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
