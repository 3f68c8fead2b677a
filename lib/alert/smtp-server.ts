// Which mail server an e-mail channel means, and how it is spoken to. Pure.
import type { ChannelOf, TLS_MODES } from '@/lib/config/settings/channel-schema';

export type TlsMode = (typeof TLS_MODES)[number];

export interface SmtpServer {
  host: string;
  port: number;
  tls: TlsMode;
  auth: { user: string; pass: string } | null;
}

const IMPLICIT_TLS_PORT = 465;
const SUBMISSION_PORT = 587;

/** Null when the settings name none. */
export function smtpServer(channel: ChannelOf<'email'>): SmtpServer | null {
  if (channel.url !== undefined) return fromUrl(channel.url, channel.tls);
  const { host, port, user, password, tls } = channel;
  if (host === undefined) return null;
  const auth = user === undefined || password === undefined ? null : { user, pass: password };
  return completed({ host, port, tls, auth });
}

function fromUrl(text: string, tls: TlsMode | undefined): SmtpServer | null {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return null;
  const auth = url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) };
  return completed({
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? undefined : Number(url.port),
    tls: url.protocol === 'smtps:' ? 'always' : tls,
    auth,
  });
}

type Incomplete = Pick<SmtpServer, 'host' | 'auth'> & { port: number | undefined; tls: TlsMode | undefined };

/** A password never goes out in the clear unless somebody says so. */
function completed({ host, port, tls, auth }: Incomplete): SmtpServer {
  const usual = port === IMPLICIT_TLS_PORT ? 'always' : auth === null ? 'if-offered' : 'starttls';
  const mode = tls ?? usual;
  return { host, port: port ?? (mode === 'always' ? IMPLICIT_TLS_PORT : SUBMISSION_PORT), tls: mode, auth };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
