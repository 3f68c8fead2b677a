// Responses handed to the SDK in place of the real ones, already read and bounded.
import type { Answer } from '@/lib/probe/fetch/http-exchanger';

/** Hands over the value that was parsed here, however it was framed, instead of having it parsed a second time. */
export class JsonResponse extends Response {
  readonly #value: unknown;

  constructor(value: unknown, answer: Answer) {
    const headers = keptHeaders(answer);
    headers.set('content-type', 'application/json');
    super(null, { status: answer.status, headers });
    this.#value = value;
  }

  override async json(): Promise<unknown> {
    return this.#value;
  }
}

/** A refusal with the start of its body. */
export function refusedResponse(answer: Answer, text: string): Response {
  return new Response(text, { status: answer.status, headers: keptHeaders(answer) });
}

/** An event stream that is still to be read, watched on its way. */
export function streamResponse(stream: ReadableStream<Uint8Array>, answer: Answer): Response {
  return new Response(stream, { status: answer.status, headers: keptHeaders(answer) });
}

const KEPT = ['content-type', 'mcp-session-id', 'www-authenticate'];

/** Only what the SDK reads, and only where a Headers object takes it: servers may send bytes that it refuses. */
function keptHeaders(answer: Answer): Headers {
  const headers = new Headers();
  for (const name of KEPT) {
    const value = answer.headers[name];
    if (value !== undefined && /^[\t\x20-\x7e]*$/.test(value)) headers.set(name, value);
  }
  return headers;
}
