// The worker thread: database handle of its own, prober, engine and timers. Everything slow or synchronous happens
// here, so that a burst of probes never stalls a page.
import { parentPort } from 'node:worker_threads';
import { closeDb, type Db, openDb } from '@/db/client';
import { createLinkSigner } from '@/lib/alert/alert-link';
import { checkedEnvironment } from '@/lib/config/environment/env';
import { readSecret } from '@/lib/config/environment/secret';
import type { UnixMs } from '@/lib/core/time';
import { createDeliverer } from '@/lib/engine/alert/deliver-alerts';
import { remind, sendDigests } from '@/lib/engine/alert/remind';
import { tellNews } from '@/lib/engine/alert/tell-news';
import type { Teller } from '@/lib/engine/alert/word-alert';
import { createEngine } from '@/lib/engine/engine';
import { settleIdleEndpoints } from '@/lib/engine/ledger/settle-idle';
import { prune } from '@/lib/engine/prune';
import { watchPunctuality } from '@/lib/engine/watch-punctuality';
import { createLogger } from '@/lib/log/logger';
import { userAgent } from '@/lib/net/user-agent';
import { createProber } from '@/lib/probe/probe';
import { followConfig } from '@/lib/runtime/follow-config';
import { isOrder, type Report } from '@/lib/runtime/messages';
import { createAlertSender, usableChannels } from '@/lib/runtime/send-alerts';
import { createHeart } from '@/lib/runtime/send-heartbeats';
import { startTimers } from '@/lib/runtime/timers';

function report(message: Report): void {
  parentPort?.postMessage(message);
}

function run(): void {
  const environment = checkedEnvironment();
  const log = createLogger('loop');
  const db = openDb();
  const now = Date.now;
  const stopping = new AbortController();

  const prober = createProber({
    userAgent: userAgent(environment.publicUrl),
    denyHosts: environment.denyHosts,
    secretsOf: (slug) => follower.secretsOf(slug),
  });
  const engine = createEngine({
    db,
    probe: prober.probe,
    now,
    log,
    onChange: (slug, isStatus) => report({ type: 'changed', slug, isStatus }),
  });
  const follower = followConfig({ db, engine, environment, now, log });

  const sending = {
    channels: follower.channels,
    denyHosts: environment.denyHosts,
    userAgent: userAgent(environment.publicUrl),
    now,
  };
  const deliverer = createDeliverer({
    db,
    send: createAlertSender(sending),
    channels: () => usableChannels(follower.channels()),
    now,
    log,
  });

  const signLinks = createLinkSigner(readSecret(environment));
  const lookAtTheClock = watchPunctuality(db, now());
  function telling(tell: (db: Db, teller: Teller, now: UnixMs) => void): () => void {
    return () => {
      const alerting = follower.alerting();
      if (alerting) tell(db, { alerting, signLinks }, now());
    };
  }

  const callHeartbeats = createHeart({ ...sending, signal: stopping.signal, log });

  function followFiles(): void {
    if (follower.look()) report({ type: 'configured' });
  }

  const timers = startTimers(
    [
      { name: 'call the roll', at: '* * * * * *', run: engine.tick },
      // In this order, so that what is raised in a second goes out in it; apart, so that what cannot be told holds up nothing.
      { name: 'tell what came to pass', at: '* * * * * *', run: telling(tellNews) },
      { name: 'remind of what nobody took on', at: '*/5 * * * * *', run: telling(remind) },
      { name: 'send digests', at: '* * * * * *', run: telling(sendDigests) },
      { name: 'deliver alerts', at: '* * * * * *', run: () => deliverer.deliver() },
      { name: 'notice being late', at: '*/30 * * * * *', run: () => lookAtTheClock(now()) },
      { name: 'follow the configuration', at: '*/2 * * * * *', run: followFiles },
      { name: 'call the heartbeat URLs', at: '20 * * * * *', run: callHeartbeats },
      { name: 'plan maintenance', at: '45 11 3 * * *', run: follower.planAhead },
      { name: 'say that it lives', at: '*/10 * * * * *', run: () => report({ type: 'alive' }) },
      { name: 'book idle time', at: '30 * * * * *', run: () => settleIdleEndpoints(db, now()) },
      {
        name: 'forget old checks',
        at: '15 7 * * * *',
        run: () => prune(db, now(), stopping.signal, follower.retention()),
      },
    ],
    log,
  );
  // The first act is a beat, so that a page read right after a restart does not call the loop late.
  engine.tick();
  followFiles();
  report({ type: 'started' });

  parentPort?.on('message', async (message: unknown) => {
    if (!isOrder(message)) return;
    timers.stop();
    stopping.abort();
    await Promise.all([engine.stop(), deliverer.stop()]);
    await prober.close();
    closeDb();
    report({ type: 'stopped' });
    process.exit(0);
  });
}

run();
