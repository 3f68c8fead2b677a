// What the tools of /mcp share: how they read, and how they fail.
import { requestLog } from '@/app/request-log';

/** A call changes nothing, here or elsewhere. */
export const READ_ONLY = {
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
};

/** @param lines the same as `read` gives, for clients that know no structured answers. */
export function toolAnswer<Content extends Record<string, unknown>>(
  name: string,
  read: () => Content,
  lines: (content: Content) => string,
) {
  try {
    const structuredContent = read();
    return { content: [{ type: 'text' as const, text: lines(structuredContent) }], structuredContent };
  } catch (error) {
    // The SDK would tell the caller what was thrown.
    requestLog().error({ err: error }, `${name} failed`);
    return { content: [{ type: 'text' as const, text: 'Rollcall could not read its database.' }], isError: true };
  }
}
