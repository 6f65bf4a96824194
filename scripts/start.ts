import { existsSync } from 'node:fs'
import { assertPortFree } from './embedded/free-port.ts'
import { announcement } from './start/announce.ts'
import { applicationEnv, startApplication } from './start/application.ts'
import { closeOnSignal } from './start/close-on-signal.ts'
import { startBank } from './start/bank.ts'
import { startCarriers } from './start/carriers.ts'
import { startDatabase } from './start/database.ts'
import { openDemo } from './start/demo.ts'
import { type House, openHouse } from './start/house.ts'
import { startMail } from './start/mail.ts'
import { ensurePortal } from './start/portal.ts'
import { readStartSettings } from './start/settings.ts'

const house = openHouse()
closeOnSignal(house)
void openDoors(house).catch((error: unknown) => house.fail(error instanceof Error ? error.message : String(error)))
const code = await house.closing
await house.stopAll()
process.exit(code)

async function openDoors(house: House): Promise<void> {
  const settings = readStartSettings(process.env)
  await assertPortFree(settings.port, 'PORT')
  console.log(existsSync(settings.dataDir) ? 'Starting Repactua.' : 'Starting Repactua. This first start takes a little longer.')
  const [appUrl, mail, bank, portalDist] = await Promise.all([
    startDatabase(settings, house),
    startMail(settings, house),
    startBank(settings, house),
    ensurePortal(settings.root, settings.logDir),
  ])
  const carriers = await startCarriers(settings, mail, house)
  const env = applicationEnv(settings, { appUrl, smtpUrl: mail.smtpUrl, portalDist, bankEnv: bank?.env ?? {} })
  await startApplication(settings, env, house)
  const api = `http://localhost:${settings.port}`
  const bankUrl = bank?.bankUrl ?? null
  const demo = await openDemo(env, api, { mailUrl: mail.mailUrl, bankUrl, carriersUrl: carriers })
  console.log(announcement({ portal: settings.publicUrl, api, docs: `${api}/docs`, mail: mail.mailUrl, bank: bankUrl, carriers, ...demo }))
}
