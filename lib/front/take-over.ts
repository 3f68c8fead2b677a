// Puts the front before Next in whatever way Next was started: by `next dev`, `next start` or the standalone server.js.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type RequestListener, Server } from 'node:http';

/** Node tells of every request here, before it calls the server's listeners. */
const CHANNEL = 'http.server.request.start';

/** Takes effect with the next request, that one included. The process has one server, so the first seen is it. */
export function takeOver(frontFor: (server: Server, next: RequestListener) => RequestListener): void {
  function onRequest(message: unknown): void {
    const server = serverOf(message);
    const [next] = server?.listeners('request') ?? [];
    if (!server || !next) return;
    unsubscribe(CHANNEL, onRequest);
    server.removeAllListeners('request');
    server.on(
      'request',
      frontFor(server, (request, response) => Reflect.apply(next, server, [request, response])),
    );
  }
  subscribe(CHANNEL, onRequest);
}

function serverOf(message: unknown): Server | null {
  if (typeof message !== 'object' || message === null || !('server' in message)) return null;
  return message.server instanceof Server ? message.server : null;
}
