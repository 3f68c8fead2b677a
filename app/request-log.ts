// The log of what goes wrong while somebody is being answered.
import { createLogger, type Logger } from '@/lib/log/logger';
import { once } from '@/lib/once/once';

export function requestLog(): Logger {
  return once('request-log', () => createLogger('app'));
}
