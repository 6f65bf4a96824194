import { createPrivateKey } from 'node:crypto'
import type { Config } from './config.ts'
import { createClock, type Clock } from './platform/clock.ts'
import { createKeys } from './platform/crypto/keys.ts'
import { createBulkPool, createPool } from './platform/db/pool.ts'
import { createBoss } from './platform/jobs/boss.ts'
import { createJobSender } from './platform/jobs/job-sender.ts'
import { createNewsWire } from './platform/news/news-wire.ts'
import { createPlatform, type Platform } from './platform/platform.ts'

export interface Composition {
  platform: Platform
  close(): Promise<void>
}

/** Wires what every part of a process shares: pools, clock, keys, jobs. A test brings its own clock. */
export function compose(config: Config, clock: Clock = createClock(config.fixedNow)): Composition {
  const pool = createPool(config.databaseUrl)
  const bulkPool = createBulkPool(config.databaseUrl)
  const news = createNewsWire(config.databaseUrl)
  const platform = createPlatform({
    pool,
    bulkPool,
    clock,
    keys: createKeys(config.keys),
    jobs: createJobSender(createBoss(pool, () => {})),
    news,
    limitsEnabled: config.rateLimit,
    allowsPrivateAddresses: !config.production,
    bankDoorUrl: config.bankDoor?.url ?? null,
    publicUrl: config.publicUrl.replace(/\/+$/, ''),
    vapidKey: config.keys.vapidPrivateKey === null ? null : createPrivateKey(config.keys.vapidPrivateKey),
  })
  return {
    platform,
    close: async () => {
      await Promise.all([news.close(), pool.end(), bulkPool.end()])
    },
  }
}
