// One channel in the panel's document: looked up, put in, taken out. Pure; knows no validation.
import { asRecord } from '@/lib/admin/panel/server-documents';

/** Plain JSON in the words of a rollcall.json, with its `type`. */
export interface ChannelDraft {
  /** What routes and the delivery log call it; never changed. */
  name: string;
  settings: Record<string, unknown>;
}

export function channelOf(rollcall: unknown, name: string): ChannelDraft | null {
  const channels = channelsOf(rollcall);
  return Object.hasOwn(channels, name) ? { name, settings: asRecord(channels[name]) } : null;
}

export function withChannel(rollcall: unknown, { name, settings }: ChannelDraft): Record<string, unknown> {
  return { ...asRecord(rollcall), channels: { ...channelsOf(rollcall), [name]: settings } };
}

export function withoutChannel(rollcall: unknown, name: string): Record<string, unknown> {
  const { [name]: _gone, ...channels } = channelsOf(rollcall);
  return { ...asRecord(rollcall), channels };
}

export function channelsOf(rollcall: unknown): Record<string, unknown> {
  return asRecord(asRecord(rollcall).channels);
}
