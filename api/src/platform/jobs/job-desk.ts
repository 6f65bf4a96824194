import type { Logger } from '../log/logger.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Platform } from '../platform.ts'

/** What a job works with. */
export interface JobDesk {
  platform: Platform
  mailer: Mailer
  logger: Logger
}
