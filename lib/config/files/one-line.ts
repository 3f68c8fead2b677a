// Text from a file on its way to a message, a title or a log: one line, bounded, without passwords. Pure.
import { safeText } from '@/lib/core/words/safe-text';

const LENGTH_LIMIT = 300;
/** Amazon Q's limit. */
const NAME_LENGTH_LIMIT = 250;

/** As safeText; besides, `https://user:password@host` loses the part before the `@`. */
export function oneLine(text: string, lengthLimit = LENGTH_LIMIT): string {
  return safeText(withoutUserInfo(text), lengthLimit);
}

/** A server's name as it is shown, and as entries and settings are matched by. */
export function entryName(name: string): string {
  return oneLine(name, NAME_LENGTH_LIMIT);
}

/** People paste whole URLs into places that are shown, such as a server's name. */
function withoutUserInfo(text: string): string {
  return text.replace(/(:\/\/)[^\s/?#]*@/g, '$1');
}
