import { buildApp } from './app.ts'
import { buildBankDoor } from './bank-door.ts'
import { compose } from './compose.ts'
import { readConfig } from './config.ts'
import { createLogger } from './platform/log/logger.ts'
import { refuseOwner } from './platform/db/refuse-owner.ts'
import { stopOnSignal } from './platform/stop-on-signal.ts'
import { tellAndExit } from './platform/tell-and-exit.ts'

await serve().catch(tellAndExit)

async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const logger = createLogger(config.logLevel)
  const { platform, close } = compose(config)
  await refuseOwner(platform.pool)
  const app = await buildApp(config, platform, logger)
  const door = config.bankDoor && (await buildBankDoor(config.bankDoor, platform, logger))
  app.addHook('onClose', async () => {
    await door?.close()
    await close()
  })
  stopOnSignal(() => app.close(), logger)
  await app.listen({ host: config.host, port: config.port })
  await door?.listen({ host: config.host, port: config.bankDoor!.port })
}
