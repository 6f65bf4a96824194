import { createClock } from '@repactua/api/platform/clock.ts'
import { openBank } from './open-bank.ts'
import { readBankSettings } from './settings.ts'

const { fixedNow, ...settings } = readBankSettings(process.env)
const bank = await openBank({ ...settings, kept: true, runsDays: true, clock: createClock(fixedNow) })
console.log(`The local bank is open: ${bank.pageUrl}, Pix API at ${bank.baseUrl}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void bank.close().then(() => process.exit(0)))
