// The only way in which mail goes out: one message over a connection of its own that we open ourselves, so that its
// address is filtered and nothing outlives the attempt. Nodemailer speaks SMTP over it.
import { connect, type Socket } from 'node:net';
import { createTransport, type SendMailOptions, type SMTPTransportOptions } from 'nodemailer';
import { type BoundedWait, startBoundedWait } from '@/lib/alert/bounded-wait';
import type { NetworkFailure } from '@/lib/alert/network-failure';
import { smtpFailure } from '@/lib/alert/smtp-failure';
import type { SmtpServer } from '@/lib/alert/smtp-server';
import { SECOND_MS } from '@/lib/core/time';
import type { AddressFilter } from '@/lib/net/address-filter';
import { BlockedAddress, filteredLookup } from '@/lib/net/filtered-lookup';

/** Mail servers make strangers wait on purpose. */
const SMTP_DEADLINE_MS = 30 * SECOND_MS;

export interface MailAccepted {
  kind: 'accepted';
  /** The server's last line; hostile. */
  response: string;
  /** Recipients it did not take, while it took others. */
  rejected: string[];
}

/** @throws the reason of `signal` (our shutdown) when it comes before the server has taken or refused the mail */
export type SendMail = (
  server: SmtpServer,
  mail: SendMailOptions,
  signal: AbortSignal,
) => Promise<MailAccepted | NetworkFailure>;

export interface SmtpSenderOptions {
  addresses: AddressFilter;
  deadlineMs?: number;
}

export function createSmtpSender({ addresses, deadlineMs = SMTP_DEADLINE_MS }: SmtpSenderOptions): SendMail {
  return async (server, mail, shutdown) => {
    shutdown.throwIfAborted();
    const wait = startBoundedWait(shutdown, deadlineMs);
    let socket: Socket | null = null;
    try {
      socket = await openSocket(server, addresses, wait);
      return await speak(socket, { server, mail, wait });
    } catch (error) {
      shutdown.throwIfAborted();
      const known = smtpFailure(wait.signal.aborted ? wait.signal.reason : error);
      if (known === null) throw error;
      return known;
    } finally {
      wait.end();
      socket?.destroy();
    }
  };
}

async function openSocket({ host, port }: SmtpServer, addresses: AddressFilter, wait: BoundedWait): Promise<Socket> {
  if (addresses.deniesHost(host)) throw new BlockedAddress(host);
  const socket = connect({ host, port, lookup: filteredLookup(addresses), signal: wait.signal });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once('connect', resolve);
  // Stays, lest an error between the connection and Nodemailer's own listener end the process.
  socket.on('error', reject);
  try {
    await wait.until(promise);
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return socket;
}

interface Speech {
  server: SmtpServer;
  mail: SendMailOptions;
  wait: BoundedWait;
}

async function speak(socket: Socket, { server, mail, wait }: Speech): Promise<MailAccepted> {
  const options: SMTPTransportOptions = {
    host: server.host,
    port: server.port,
    secure: server.tls === 'always',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'off',
    ...(server.auth && { auth: server.auth }),
    getSocket: (_options, callback) => callback(null, { connection: socket }),
    // At once: with a grace period the connection would outlive the attempt.
    socketCloseTimeout: 0,
    // Nothing in a message is read from disk or fetched, whatever it says.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport(options);
  try {
    const sent = await wait.until(transport.sendMail({ ...mail, signal: wait.signal }));
    return { kind: 'accepted', response: sent.response, rejected: sent.rejected };
  } finally {
    transport.close();
  }
}
