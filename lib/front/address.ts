// What stands on the request line, made fit to be compared: which part is the path, and which forms of it are refused.
// Knows no addresses of ours.

/** The path of `/path?query`. */
export function pathOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? url : url.slice(0, mark);
}

/** What a proxy may be sent, `http://host/path`, as everybody else sends it (RFC 9112, 3.2.2). */
export function originForm(url: string): string {
  if (url.startsWith('/')) return url;
  const match = /^https?:\/\/[^/?]*(?<rest>.*)$/i.exec(url);
  const rest = match?.groups?.rest;
  if (rest === undefined) return url;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Next answers a stray percent sign with a 500, as if the fault were ours. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Next walks up, so `/embed/%2e%2e/admin` would be the panel under the rules of the widget. No browser sends it. */
export function hasDotSegments(path: string): boolean {
  return DOT_SEGMENT.test(path);
}

const DOT_SEGMENT = /[/\\](?:\.|%2e){1,2}(?:[/\\]|$)/i;
