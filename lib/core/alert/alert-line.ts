// Fits a line to a lock screen: who and what stand in front, the time at the end, and what lies between gives way. Pure.
import { safeText } from '@/lib/core/words/safe-text';

/** Phones show about two lines of 60 characters. */
const FIRST_LINE_LIMIT = 120;
const SUBJECT_LIMIT = 50;
/** A shorter piece of a message tells nothing. */
const DETAIL_MIN = 12;

export interface LineParts {
  /** A name from the configuration. */
  subject: string;
  /** Follows the subject, "is down"; one that begins with a colon follows it without a space. */
  says: string;
  /** Follows after a colon; may be hostile and of any length. */
  detail?: string | null;
  /** Closes the line, with its own separator: ", since 13:41". */
  tail?: string;
}

/** "warehouse is degraded: iam_credentials ExpiredToken, since 13:41": at most 120 characters, on one line. */
export function fitLine({ subject, says, detail = null, tail = '' }: LineParts): string {
  // A name may consist of marks that nobody sees.
  const start = `${safeText(subject, SUBJECT_LIMIT) || 'A server'}${says.startsWith(':') ? '' : ' '}${says}`;
  const room = FIRST_LINE_LIMIT - [...start].length - [...tail].length - ': '.length;
  const between = detail === null || room < DETAIL_MIN ? '' : safeText(detail, room).replace(/[.\s]+$/, '');
  return safeText(`${start}${between === '' ? '' : `: ${between}`}${tail}`, FIRST_LINE_LIMIT);
}
