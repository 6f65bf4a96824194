import { loadDemo } from './demo/load-demo.ts'
import { assertPortFree } from './embedded/free-port.ts'
import { announcement } from './start/announce.ts'
import { startApplication } from './start/application.ts'
import { closeOnSignal } from './start/close-on-signal.ts'
import { startDatabase } from './start/database.ts'
import { type House, openHouse } from './start/house.ts'
import { startMail } from './start/mail.ts'
import { ensurePortal } from './start/portal.ts'
import { readStartSettings } from './start/settings.ts'

const house = openHouse()
closeOnSignal(house)
void openDoors(house).catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  house.close(1)
})
const code = await house.closing
await house.stopAll()
process.exit(code)

async function openDoors(house: House): Promise<void> {
  const settings = readStartSettings(process.env)
  await assertPortFree(settings.port, 'PORT')
  console.log('Starting Repactua. The first start takes a little longer.')
  const [appUrl, mail, portalDist] = await Promise.all([
    startDatabase(settings, house),
    startMail(settings, house),
    ensurePortal(settings.root, settings.logDir),
  ])
  await startApplication(settings, { appUrl, smtpUrl: mail.smtpUrl, portalDist }, house)
  const api = `http://localhost:${settings.port}`
  const demo = await loadDemo({ apiUrl: api, dataDir: settings.dataDir })
  console.log(announcement({ portal: settings.publicUrl, api, docs: `${api}/docs`, mail: mail.mailUrl, ...demo }))
}
