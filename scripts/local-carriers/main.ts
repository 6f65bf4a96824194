import { createClock } from '@repactua/api/platform/clock.ts'
import { openCarriers } from './open-carriers.ts'
import { readCarriersSettings } from './settings.ts'

const { fixedNow, ...settings } = readCarriersSettings(process.env)
const carriers = await openCarriers({ ...settings, reviews: true, clock: createClock(fixedNow) })
console.log(`The local carriers are open: ${carriers.url}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void carriers.close().then(() => process.exit(0)))
