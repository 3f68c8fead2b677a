// The variables Rollcall itself understands: what each accepts and what it is when unset. Pure; env.ts reads them.
import { isIP } from 'node:net';
import { DEFAULT_DENY_HOSTS, parseDenyHosts } from './deny-hosts';

export const ALLOW_STDIO = ['off', 'config', 'admin'] as const;
/** Who may name stdio servers, which are programs that Rollcall starts: nobody, files only, or the panel too. */
export type AllowStdio = (typeof ALLOW_STDIO)[number];

/** One variable. `Fallback` is its type when unset. */
export interface Variable<T, Fallback = T> {
  /** Null when the text is not acceptable. The text is trimmed and not empty. */
  parse(text: string): T | null;
  fallback: Fallback;
  /** Ends the sentence "Set it to …". */
  accepts: string;
  /** Its value must never be repeated in a message. */
  isSecret: boolean;
}

const SECRET_LENGTH_MIN = 32;
const PASSWORD_LENGTH_MIN = 8;
const PASSWORD_LENGTH_MAX = 128;

export const PORT: Variable<number> = {
  parse: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null),
  fallback: 3000,
  accepts: 'a port number from 0 to 65535 (0 takes any free port)',
  isSecret: false,
};

export const HOSTNAME: Variable<string> = {
  parse: (text) => (isIP(text) !== 0 || /^[a-z0-9]([a-z0-9._-]{0,252})$/i.test(text) ? text : null),
  fallback: '0.0.0.0',
  accepts: 'an address or host name to listen on, such as 0.0.0.0 or 127.0.0.1',
  isSecret: false,
};

export const CONFIG_PATH: Variable<string> = {
  parse: (text) => (text.includes('\0') ? null : text),
  fallback: 'config',
  accepts: 'a configuration file or a folder of them',
  isSecret: false,
};

export const DATA_PATH: Variable<string> = {
  parse: (text) => (text.includes('\0') ? null : text),
  fallback: 'data',
  accepts: 'a folder that Rollcall may write to',
  isSecret: false,
};

export const PUBLIC_URL: Variable<string, null> = {
  parse: parsePublicUrl,
  fallback: null,
  accepts: 'the http or https address people open, such as https://status.example.com, without user name or query',
  // Somebody may have put a password into it.
  isSecret: true,
};

export const ALLOWED_STDIO: Variable<AllowStdio> = {
  parse: (text) => ALLOW_STDIO.find((choice) => choice === text.toLowerCase()) ?? null,
  fallback: 'config',
  accepts: 'off, config (only servers named in files) or admin (also from the panel)',
  isSecret: false,
};

export const DENY_HOSTS: Variable<string[]> = {
  parse: (text) => {
    const { denyHosts, invalid } = parseDenyHosts(text);
    return invalid.length === 0 ? denyHosts : null;
  },
  fallback: [...DEFAULT_DENY_HOSTS],
  accepts: 'networks, addresses or host names separated by commas, such as "default, 10.9.0.0/16"; or none',
  isSecret: false,
};

export const SECRET: Variable<string, null> = {
  parse: (text) => (text.length >= SECRET_LENGTH_MIN ? text : null),
  fallback: null,
  accepts: `at least ${SECRET_LENGTH_MIN} characters, for example the output of "openssl rand -hex 32"`,
  isSecret: true,
};

export const ADMIN_EMAIL: Variable<string, null> = {
  parse: (text) => (/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(text) ? text : null),
  fallback: null,
  accepts: 'an e-mail address',
  isSecret: false,
};

export const ADMIN_PASSWORD: Variable<string, null> = {
  parse: (text) => (text.length >= PASSWORD_LENGTH_MIN && text.length <= PASSWORD_LENGTH_MAX ? text : null),
  fallback: null,
  accepts: `${PASSWORD_LENGTH_MIN} to ${PASSWORD_LENGTH_MAX} characters`,
  isSecret: true,
};

/** Without a slash at the end, so that links can be glued to it. */
function parsePublicUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isPlain && isWeb ? url.href.replace(/\/+$/, '') : null;
}
