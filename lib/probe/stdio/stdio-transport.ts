// The SDK's Transport over one process life. Closing it only lets go of the process, so that a second handshake can be
// tried in the same life; ending the process is the business of whoever started it.
import { type JSONRPCMessage, parseJSONRPCMessage, type Transport } from '@modelcontextprotocol/client';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Transcript } from '@/lib/probe/log/transcript';
import type { AwaitedAnswers } from '@/lib/probe/wire/awaited-answers';
import { isObject } from '@/lib/probe/wire/field';
import { readMessage } from '@/lib/probe/wire/json-rpc';
import { LINE_JSON, parseJson } from '@/lib/probe/wire/parse-json';
import type { StdioProcess } from './stdio-process';

/** Lines of noise that are quoted in the transcript; the rest is only counted. */
const QUOTED_NOISE = 3;

export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** Lines on stdout that were no JSON-RPC. Clients skip them, and so do we. */
  noiseCount = 0;
  /** Why nothing more will come; null while the process may still speak. */
  ending: ProbeFault | null = null;
  private isClosed = false;

  constructor(
    private readonly process: StdioProcess,
    private readonly answers: AwaitedAnswers,
    private readonly transcript: Transcript,
  ) {}

  async start(): Promise<void> {
    this.process.listen({ onLine: (line) => this.receiveLine(line), onEnd: (fault) => this.end(fault) });
  }

  /** @throws ProbeFault once the process has ended */
  async send(message: JSONRPCMessage): Promise<void> {
    const sent = readMessage(message);
    if (this.ending) throw this.ending;
    if (this.isClosed) return;
    if (sent?.kind === 'request') this.answers.begin(sent.id, sent.method);
    const line = JSON.stringify(message);
    this.transcript.add('out', line);
    this.process.write(`${line}\n`);
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    if (this.noiseCount > QUOTED_NOISE) this.transcript.add('note', `${this.noiseCount} such lines in all`);
    this.process.listen(null);
    this.onclose?.();
  }

  /** @throws ProbeFault `too_large`, which ends the process's output */
  private receiveLine(line: string): void {
    const value = parseLine(line);
    if (value === undefined && line.includes('"jsonrpc"')) {
      this.answers.suspect(new ProbeFault('bad_json', 'answers with broken JSON', line.slice(0, 300)));
      return;
    }
    // 2025-03-26 had batches; a batch is as good as its parts.
    const parts = (Array.isArray(value) ? value : [value]).filter((part) => this.isMeantAsMessage(part));
    if (parts.length === 0) {
      this.noteNoise(line);
      return;
    }
    const wanted = parts.filter((part) => this.answers.isOfUse(part));
    this.answers.receive(parts, line);
    for (const part of wanted) {
      const message = parseMessage(part);
      if (message) this.onmessage?.(message);
    }
  }

  /** Loggers write JSON too. What is awaited counts as an answer even when it forgot to say "jsonrpc". */
  private isMeantAsMessage(value: unknown): boolean {
    if (!isObject(value)) return false;
    const message = readMessage(value);
    const isAwaited = message?.kind === 'answer' && message.id !== null && this.answers.isAwaited(message.id);
    return Object.hasOwn(value, 'jsonrpc') || isAwaited;
  }

  private noteNoise(line: string): void {
    if (line.trim() === '') return;
    this.noiseCount++;
    if (this.noiseCount <= QUOTED_NOISE) this.transcript.add('note', `not JSON-RPC on stdout: ${line.slice(0, 200)}`);
  }

  private end(fault: ProbeFault): void {
    const { calls } = this.answers;
    const asked = calls.length === 0 ? 'initialize' : calls.findLast((call) => call.repliedMs === null)?.method;
    const isOversize = fault.code === 'too_large';
    const sentence = asked && !isOversize ? `${fault.message} before it answered ${asked}` : fault.message;
    this.ending = fault.worded(sentence);
    this.transcript.add('note', this.ending.message);
    // Size has nothing to do with what is awaited: such a server is of no use in any case.
    if (isOversize) this.answers.fail(this.ending);
    else this.answers.failIfAwaited(this.ending);
    void this.close();
  }
}

/**
 * @returns undefined for what is no JSON
 * @throws ProbeFault `too_large`
 */
function parseLine(line: string): unknown {
  // A log is written by the million lines, and each error that is thrown for one costs more than reading it.
  if (!/^\uFEFF?\s*[[{]/.test(line)) return undefined;
  try {
    return parseJson(line.replace(/^\uFEFF/, ''), LINE_JSON);
  } catch (error) {
    if (error instanceof ProbeFault && error.code === 'bad_json') return undefined;
    throw error;
  }
}

/** Null for what the SDK would refuse; the account of awaited answers has told by then. */
function parseMessage(value: unknown): JSONRPCMessage | null {
  try {
    return parseJSONRPCMessage(value);
  } catch {
    return null;
  }
}
