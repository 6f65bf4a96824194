import { untilTold } from '../load/caller.ts'
import type { Load } from '../load/mixed-writes.ts'
import type { FaultHouse } from '../house/fault-house.ts'
import { none, type FaultRun } from './fault-run.ts'

const TELLINGS = 50
const DAY_MS = 86_400_000
let made = 0

/** The same news of payments comes many times at once, out of order, of days long past. */
export const parallelPayments: FaultRun = {
  name: 'parallel-payments',
  what: `${TELLINGS} tellings of ten payments at once, in any order, some of them days late`,
  isShort: true,
  async run(house, load, size) {
    let several = 0
    for (let left = size === 'short' ? 2 : 20; left > 0; left -= 1) several += await tellAtOnce(house, load)
    await load.more(5)
    return [none('payments that were answered with more than one id', several)]
  },
}

async function tellAtOnce({ url, random }: FaultHouse, { cast: { creditor, agreementIds }, journal }: Load): Promise<number> {
  const news = Array.from({ length: 10 }, (_, i) => ({
    agreementId: random.pick(agreementIds), amountCents: random.whole(1, 90), method: 'pix', externalReference: `P-${++made}`, paidAt: new Date(Date.now() - i * DAY_MS).toISOString(),
  }))
  const tellings = Array.from({ length: TELLINGS }, (_, i) => ({ at: random.fraction(), body: news[i % news.length]! })).sort((a, b) => a.at - b.at)
  const told = await Promise.all(tellings.map(({ body }) => untilTold(url, journal, { method: 'POST', path: '/payments', headers: { authorization: creditor.bearer }, body }, () => true)))
  const ids = new Map<string, Set<unknown>>()
  told.forEach((answer, i) => {
    const { externalReference, amountCents } = tellings[i]!.body
    if (answer?.status !== 201) return void journal.surprises.push(`payment ${externalReference}: ${answer?.status} ${String(answer?.body['code'])}`)
    journal.payments.set(externalReference, amountCents)
    ids.set(externalReference, (ids.get(externalReference) ?? new Set()).add(answer.body['id']))
  })
  return [...ids.values()].filter((some) => some.size > 1).length
}
