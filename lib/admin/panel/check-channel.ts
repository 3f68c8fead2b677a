// What Rollcall would make of a channel that is not saved yet, by the very code that reads the files.
import { type ChannelDraft, channelsOf, withChannel } from '@/lib/admin/panel/channel-documents';
import type { Desk } from '@/lib/admin/panel/desk';
import { type DraftProblem, loadDraft, problemsAt } from '@/lib/admin/panel/load-draft';
import type { ResolvedChannel } from '@/lib/config/channels/resolve-channels';
import { formatPath } from '@/lib/config/files/json-document';
import { liftChannelSecrets } from '@/lib/config/secrets/lift-channel-secrets';
import type { LiftedSecret } from '@/lib/config/secrets/lift-secrets';
import { channelSchema } from '@/lib/config/settings/channel-schema';
import { parseLeniently } from '@/lib/config/settings/parse-leniently';
import { slugOf } from '@/lib/core/words/slug';
import { readStoredPanel } from '@/lib/reads/panel-config';

export type CheckedChannel =
  | {
      ok: true;
      /** With references in the place of secrets. */
      safe: ChannelDraft;
      secrets: LiftedSecret[];
      /** With secrets: never for a page. */
      resolved: ResolvedChannel;
      /** Why it could not be used now, such as a variable that is not set. */
      problems: DraftProblem[];
    }
  /** `name_taken`: a file has it, or another channel of the panel would share its secrets. */
  | { ok: false; code: 'name_taken' }
  | { ok: false; code: 'unfit'; problems: DraftProblem[] };

export function checkChannel(desk: Desk, draft: ChannelDraft): CheckedChannel {
  // As typed, for sentences about what was typed; with references in it little could be said.
  const typed = parseLeniently(channelSchema, draft.settings);
  if (typed.data === null || typed.faults.length > 0) {
    const problems = typed.faults.map(({ path, ...told }) => ({ ...told, path: formatPath(path) }));
    return { ok: false, code: 'unfit', problems };
  }
  const { value, secrets } = liftChannelSecrets(draft.name, typed.data.type, draft.settings);
  const safe = { name: draft.name, settings: value };
  const { rollcall } = readStoredPanel(desk.db, desk.sealer).panel;
  const isLikeAnother = Object.keys(channelsOf(rollcall)).some(
    (name) => name !== draft.name && slugOf(name) === slugOf(draft.name),
  );
  const loaded = loadDraft(desk, { rollcall: withChannel(rollcall, safe) }, secrets);
  const isOfFile = loaded.rollcalls.some(
    ({ source, config }) => source !== null && Object.hasOwn(config.channels ?? {}, draft.name),
  );
  const resolved = loaded.channels.find(({ name }) => name === draft.name);
  if (isLikeAnother || isOfFile || !resolved) return { ok: false, code: 'name_taken' };
  return { ok: true, safe, secrets, resolved, problems: problemsAt(loaded, [['channels', draft.name]]) };
}
