import { setTimeout as pause } from 'node:timers/promises'
import { debtInput } from '../../builders/debt.ts'
import type { FaultHouse } from '../house/fault-house.ts'
import { untilTold, type Ask, type Told } from './caller.ts'
import type { Cast } from './cast.ts'
import { acknowledged, openJournal, type Journal } from './journal.ts'

/** Writers of every kind that go on until they are told to stop, each asking again until it is answered. */
export interface Load {
  journal: Journal
  cast: Cast
  /** How many codes were asked for. */
  codesAsked(): number
  /** Resolves once so many more writes have been acknowledged. */
  more(count: number): Promise<void>
  /** Lets everybody finish what they began. Resolves when all are done. */
  end(): Promise<Journal>
  /** Stops at once, whatever is unfinished: the run has failed. */
  abandon(): Promise<void>
}

const CODE_COMES_WITHIN_MS = 20_000
let made = 0

/** Starts it. Every writer carries an idempotency key or a reference of its own, and keeps it over all its tries. */
export function startLoad({ url, random, mails }: FaultHouse, cast: Cast): Load {
  const { creditor, agreementIds, people } = cast
  const journal = openJournal()
  let [over, abandoned, codes] = [false, false, 0]
  // Expected is a status, or the code of a refusal that the fault explains.
  const tell = async (ask: Ask, expected: readonly (number | string)[]): Promise<Told | null> => {
    const told = await untilTold(url, journal, ask, () => !abandoned)
    if (told && (expected.includes(told.status) || expected.includes(told.body['code'] as string))) return told
    journal.surprises.push(`${ask.method} ${ask.path}: ${told ? `${told.status} ${JSON.stringify(told.body).slice(0, 200)}` : 'never answered'}`)
    return null
  }
  const client = () => ({ authorization: creditor.bearer, 'idempotency-key': `fault-${++made}` })

  async function pay(): Promise<void> {
    const [externalReference, amountCents] = [`F-${++made}`, random.whole(1, 50)]
    const body = { agreementId: random.pick(agreementIds), amountCents, paidAt: new Date().toISOString(), method: 'pix', externalReference }
    if (await tell({ method: 'POST', path: '/payments', headers: client(), body }, [201])) journal.payments.set(externalReference, amountCents)
  }

  async function sendDebt(): Promise<void> {
    const [externalId, principalCents] = [`F-${++made}`, random.whole(10_000, 900_000)]
    const ask = { method: 'PUT', path: `/debts/${externalId}`, headers: { authorization: creditor.bearer }, body: debtInput({ principalCents }) } as const
    if (await tell(ask, [200, 201])) journal.debts.set(externalId, principalCents)
  }

  async function liveThrough({ cookie, debt, email }: Cast['people'][number]): Promise<void> {
    const mine = () => ({ cookie, 'idempotency-key': `fault-${++made}` })
    const sheet = await tell({ method: 'POST', path: '/me/offer-sheets', headers: mine(), body: { debtIds: [debt.id], dueDay: 10 } }, [201])
    const formed = sheet && await tell({ method: 'POST', path: '/me/agreements', headers: mine(), body: { offerSheetId: sheet.body['id'], optionId: 'installments-3' } }, [201])
    if (!formed) return
    const id = formed.body['id'] as string
    const know = (told: Told | null) => told && told.status < 300 && journal.agreements.set(id, told.body['status'] as string)
    know(formed)
    const signature = await signatureOf(email, `/me/agreements/${id}`, mine, (formed.body['term'] as { sha256: string }).sha256)
    if (signature) know(await tell({ method: 'POST', path: `/me/agreements/${id}/signature`, headers: { cookie }, body: signature }, [200, 'code_invalid']))
    know(await tell({ method: 'POST', path: `/agreements/${id}/cancellation`, headers: client(), body: { reason: 'error' } }, [200]))
  }

  // The code comes by mail, by the worker, after whatever fault. A job that is tried again mails a newer code, which ends this one.
  async function signatureOf(email: string, path: string, mine: () => Record<string, string>, termSha256: string) {
    const before = mails.codesTo(email).length
    const challenge = await tell({ method: 'POST', path: `${path}/signature-challenges`, headers: mine() }, [202])
    if (!challenge) return null
    codes += 1
    for (const begun = Date.now(); Date.now() - begun < CODE_COMES_WITHIN_MS; await pause(50)) {
      const code = mails.codesTo(email).slice(before).at(-1)
      if (code) return { challengeId: challenge.body['challengeId'], code, termSha256, accepted: true }
    }
    return null
  }

  const forEver = async (act: () => Promise<void>) => {
    while (!over) await act()
  }
  const writers = [forEver(pay), forEver(pay), forEver(sendDebt), ...people.map((person) => forEver(() => liveThrough(person)))]
  return {
    journal, cast,
    codesAsked: () => codes,
    async more(count) {
      for (const goal = acknowledged(journal) + count; acknowledged(journal) < goal; await pause(10));
    },
    async end() {
      over = true
      await Promise.all(writers)
      return journal
    },
    async abandon() {
      over = abandoned = true
      await Promise.all(writers)
    },
  }
}
