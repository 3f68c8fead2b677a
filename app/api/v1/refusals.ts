// How /api/v1 refuses to be written to: 401 where writing is reserved for API keys, 405 where there is nothing to write.
import { errorAnswer } from '@/app/answer';

const READING = 'GET, HEAD, OPTIONS';

/** RFC 9110, 15.5.2: says how one would be let in. */
export function needsKey(): Response {
  const message = 'Writing needs an API key (Authorization: Bearer …), and none is known here.';
  const answer = errorAnswer('unauthorized', message);
  answer.headers.set('www-authenticate', 'Bearer realm="Rollcall"');
  return answer;
}

/** RFC 9110, 15.5.6: says what is allowed. */
export function readOnly(): Response {
  const answer = errorAnswer('method_not_allowed', `Only ${READING} are allowed here.`);
  answer.headers.set('allow', READING);
  return answer;
}
