import { compose } from './compose.ts'
import { readConfig } from './config.ts'
import { startJobs } from './jobs.ts'
import { carrierFor } from './modules/channels/index.ts'
import { runMessages } from './modules/messaging/index.ts'
import { runWebhooks } from './modules/webhooks/index.ts'
import { refuseOwner } from './platform/db/refuse-owner.ts'
import { createLogger } from './platform/log/logger.ts'
import { createSmtpMailer } from './platform/mail/mailer.ts'
import { stopOnSignal } from './platform/stop-on-signal.ts'
import { tellAndExit } from './platform/tell-and-exit.ts'
import { stillWanted } from './still-wanted.ts'

await work().catch(tellAndExit)

async function work(): Promise<void> {
  const config = readConfig(process.env)
  const logger = createLogger(config.logLevel)
  const { platform, close } = compose(config)
  await refuseOwner(platform.pool)
  const mailer = createSmtpMailer(config.smtpUrl, config.mailFrom)
  const stopJobs = await startJobs({ platform, mailer, logger })
  const stopWebhooks = runWebhooks({ platform, logger })
  const stopMessages = runMessages({ platform, logger, stillWanted, carrierFor: (creditorId, channel) => carrierFor({ platform, mailer }, creditorId, channel) })
  const stop = async () => {
    await Promise.all([stopJobs(), stopWebhooks(), stopMessages()])
    mailer.close()
    await close()
  }
  stopOnSignal(stop, logger)
  logger.info('worker is ready')
}
