// Puts the front before Next and keeps it told: what the loop reports, and what this thread writes for people.
import type { Db } from '@/db/client';
import { writeCounter } from '@/db/queries/count-writes';
import type { Environment } from '@/lib/config/environment/env';
import { createFront } from '@/lib/front/front';
import { createNews } from '@/lib/front/news';
import { takeOver } from '@/lib/front/take-over';
import { createLogger } from '@/lib/log/logger';
import type { LoopNews } from '@/lib/runtime/messages';

/** @returns what is to hear every report of the loop */
export function openFront(db: Db, { publicUrl }: Environment): (report: LoopNews) => void {
  const news = createNews(writeCounter(db));
  takeOver(
    createFront({
      news,
      isAddressKnown: publicUrl !== null,
      isDevelopment: process.env.NODE_ENV === 'development',
      log: createLogger('front'),
    }),
  );
  return (report) => {
    if (report.type === 'changed') news.called(report.slug, report.isStatus);
    else news.said();
  };
}
