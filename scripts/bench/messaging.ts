import pg from 'pg'
import type { OpenCarrier } from '@repactua/api/modules/channels/index.ts'
import { sendDue, type SendingDesk } from '@repactua/api/modules/messaging/index.ts'
import { planRulers } from '@repactua/api/modules/rulers/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import type { Platform } from '@repactua/api/platform/platform.ts'
import { stillWanted } from '@repactua/api/still-wanted.ts'
import { loadPortfolio, makeBenchCreditor } from './bench-creditor.ts'
import { openBenchHouse } from './bench-house.ts'
import { watchProcess } from './watch-process.ts'

// The debts come on a Monday; what is planned is the Tuesday after, on which the built-in ruler greets everybody.
const CAME_ON = '2026-11-23'
const MONDAY = `${CAME_ON}T13:00:00.000Z`
const TUESDAY = '2026-11-24T14:00:00.000Z'
/** Some million debts. */
const PEOPLE = 950_000
const SENDING_MS = 20_000
/** What a provider's account allows in a second: more than one process can send, and less. */
const RATES = [1_000, 20]

/** A day planned for a portfolio to which nobody has written yet, then sent for a while at two rates: `npm run bench messaging [people]`. */
export async function benchMessaging([people = String(PEOPLE)]: readonly string[]): Promise<unknown> {
  const house = await openBenchHouse(MONDAY)
  try {
    const creditor = await makeBenchCreditor(house)
    const { creditorId, post } = creditor
    await loadPortfolio(house, creditor, { today: CAME_ON, people: Number(people), times: 1 })
    const { id } = await post('/rulers', { code: 'padrao', name: 'Régua padrão' })
    await post(`/rulers/${id}/publication`)
    const { platform, close } = house.openAt(TUESDAY)
    const owner = new pg.Client({ connectionString: house.ownerUrl })
    await owner.connect()
    const planning = await plan(platform, creditorId, owner)
    const sending = []
    for (const rate of RATES) sending.push(await send(platform, rate))
    await Promise.all([close(), owner.end()])
    return { planning, sending }
  } finally {
    await house.close()
  }
}

async function plan(platform: Platform, creditorId: string, owner: pg.Client): Promise<unknown> {
  const watch = watchProcess()
  await planRulers(platform, { creditorId })
  const figures = watch.end()
  const { rows: [counted] } = await owner.query<{ people: number; messages: number }>('select people, messages from ruler_rounds')
  return { ...counted, ...figures }
}

async function send(platform: Platform, ratePerSecond: number): Promise<unknown> {
  let sent = 0
  const opened: OpenCarrier = { line: `bench:${ratePerSecond}`, ratePerSecond, carrier: { send: async ({ attemptId }) => ({ kind: 'accepted', providerMessageId: `${++sent} ${attemptId}` }) } }
  const desk: SendingDesk = { platform, logger: createLogger('silent'), stillWanted, carrierFor: async (_creditorId, channel) => (channel === 'email' ? opened : null) }
  const watch = watchProcess()
  const until = performance.now() + SENDING_MS
  while (performance.now() < until) await sendDue(desk)
  const figures = watch.end()
  return { ratePerSecond, sent, perSecond: Math.round(sent / figures.seconds), ...figures }
}
