import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { addDays, daysBetween } from '@repactua/shared/time/local-date.ts'
import type { FaultHouse } from '../house/fault-house.ts'
import { untilTold } from '../load/caller.ts'
import type { Load } from '../load/mixed-writes.ts'
import { none, type FaultRun } from './fault-run.ts'

const DAY_MS = 86_400_000
/** The clock of the API begins with its process: a payment of this very second would lie ahead of it. */
const BEFORE_MS = 600_000
let made = 0

/** The clock of the machine is a day early or late, and jumps over midnight in São Paulo, whatever zone the machine is in. */
export const jumpingClock: FaultRun = {
  name: 'jumping-clock',
  what: 'the API starts with clocks before and after midnight in São Paulo and a day off, in other zones',
  isShort: false,
  async run(house, load) {
    await load.more(10)
    // Codes and sessions of the load are of the machine's own day.
    await load.end()
    const { agreementIds: [id], creditor } = load.cast
    const see = async () => (await (await fetch(`${house.url}/v1/agreements/${id}`, { headers: { authorization: creditor.bearer } })).json()) as Agreement
    const { dueOn } = (await see()).installments[0]!
    const days = [[`${addDays(dueOn, 2)}T02:59:30.000Z`, addDays(dueOn, 1)], [`${addDays(dueOn, 2)}T03:00:00.000Z`, addDays(dueOn, 2)], ['2028-02-29T12:00:00.000Z', '2028-02-29']] as const
    let wrong = 0
    for (const TZ of ['America/Sao_Paulo', 'Asia/Tokyo', 'Pacific/Honolulu']) {
      for (const [FIXED_NOW, today] of days) {
        await house.api.stop()
        await house.api.start({ FIXED_NOW, TZ })
        const { overdueDays } = (await see()).installments[0]!
        if (overdueDays !== daysBetween(dueOn, today)) wrong += 1
      }
    }
    for (const off of [-1, 1, 0]) {
      await house.api.stop()
      await house.api.start({ FIXED_NOW: new Date(Date.now() + off * DAY_MS).toISOString() })
      await payOne(house, load, off)
    }
    return [none('days overdue that were not those of São Paulo', wrong)]
  },
}

async function payOne({ url }: FaultHouse, { cast: { creditor, agreementIds }, journal }: Load, off: number): Promise<void> {
  const body = { agreementId: agreementIds[0]!, amountCents: 10, paidAt: new Date(Date.now() + Math.min(off, 0) * DAY_MS - BEFORE_MS).toISOString(), method: 'pix', externalReference: `C-${++made}` }
  const told = await untilTold(url, journal, { method: 'POST', path: '/payments', headers: { authorization: creditor.bearer }, body }, () => true)
  if (told?.status === 201) journal.payments.set(body.externalReference, body.amountCents)
  else journal.surprises.push(`a payment with the clock ${off} days off: ${told?.status} ${String(told?.body['code'])}`)
}
