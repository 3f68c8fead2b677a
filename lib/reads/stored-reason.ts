// Why something was not good, from the columns that say so into what readers get.
import type { OutageStepRow } from '@/db/schema/outage-steps';
import type { Reason } from '@/lib/core/view';
import { safeText } from '@/lib/core/words/safe-text';

export function storedReason({
  stage,
  code,
  message,
  facts,
}: Pick<OutageStepRow, 'stage' | 'code' | 'message' | 'facts'>): Reason {
  return { stage, code, message: safeText(message ?? '') || 'no reason was given', ...(facts && { facts }) };
}
