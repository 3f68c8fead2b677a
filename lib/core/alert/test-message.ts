// What a channel is sent when somebody wants to see whether it works: no trouble, no server, no links. Pure.
import type { UnixMs } from '@/lib/core/time';
import type { AlertMessage, AlertPage } from './alert';
import { composeAlert } from './compose-alert';

const NO_LINKS = { server: null, incident: null, acknowledge: null, snooze: null };

/** `id`: see AlertMessage. */
export function testMessage({ id, page }: { id: string; page: AlertPage }, now: UnixMs): AlertMessage {
  return composeAlert({ event: 'test' }, { id, page, links: NO_LINKS, now, repeat: 0 });
}
