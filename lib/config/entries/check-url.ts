// Which URLs an entry may name. Looks at their form only; which addresses are reachable is the prober's affair. Pure.

export type UrlCheck = { ok: true; url: URL } | { ok: false; message: string };

const LENGTH_LIMIT = 8_192;
const FORM = ' (write it as https://host/path)';

/**
 * `subject` begins the message: "the url", "the health url". Messages carry the way out, since they are all that the page
 * shows; the URL itself is never repeated, since it may hold a secret.
 */
export function checkUrl(text: string, subject: string): UrlCheck {
  if (text.length > LENGTH_LIMIT || !URL.canParse(text))
    return { ok: false, message: `${subject} is no web address${FORM}` };
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { ok: false, message: `${subject} begins with ${url.protocol.slice(0, 20)} which is not called${FORM}` };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, message: `${subject} holds a user name or password (send it as a header instead)` };
  }
  url.hash = '';
  return { ok: true, url };
}
