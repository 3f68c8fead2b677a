// Microsoft Teams, by the webhook of a workflow, which answers 202 and posts the card afterwards.
import type { HttpAnswer } from '@/lib/alert/http-sender';
import { postJson } from '@/lib/alert/post-json';
import type { Send } from '@/lib/alert/send-deps';
import type { DeliveryCode } from '@/lib/core/alert/delivery';
import { teamsPayload } from '@/lib/render/alert/alert-teams';

/** Older connectors answer 200 and put the failure into the text (MicrosoftDocs/msteams-docs, connectors-using.md). */
const HIDDEN_FAILURE = /Microsoft Teams endpoint returned HTTP error (\d{3})/;

export const sendTeams: Send<'teams'> = (channel, message, deps) =>
  postJson(channel, { url: channel.url, payload: teamsPayload(message) }, deps, { codeOf });

function codeOf({ text }: HttpAnswer): DeliveryCode | null {
  const status = Number(HIDDEN_FAILURE.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(status)) return null;
  if (status === 429) return 'throttled';
  return status >= 500 ? 'server_error' : 'refused';
}
