import { expect, test } from 'vitest'
import { confirmPix, sweepAllPix, sweepPix } from '@repactua/api/modules/pix-arrivals/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { seededRandom } from '../../scripts/demo/random.ts'
import { signedAgreement } from '../builders/agreement.ts'
import { askForPix, pixSituation } from '../builders/pix.ts'
import { startApp } from '../support/app.ts'
import { openBankDoor } from '../support/bank-door.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { localBank } from '../support/local-bank.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const seed = Number(process.env['FAULT_SEED'] ?? Math.floor(Math.random() * 1_000_000))
const random = seededRandom(seed)
const testApp = await startApp()
const { platform, clock } = testApp
const bank = await localBank({ clock })
await openBankDoor(testApp, bank)
const rows = rowsOf(testApp.db)
// A role may end its own sessions, and those alone.
const asApp = rowsOf({ ...testApp.db, ownerUrl: testApp.db.appUrl })
const desk = { platform, logger: createLogger('silent') }

/** The database goes away under the application, in the middle of whatever it does, and is back at once. */
const cutOff = () => asApp("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'repactua%'")

/** Works off jobs as the worker does: what fails is tried again. Some of it loses its database on the way. */
async function workOff<T>(jobs: readonly T[], work: (job: T) => Promise<void>): Promise<void> {
  for (let left = jobs; left.length > 0;) {
    const [outcomes] = await Promise.all([Promise.allSettled(left.map(work)), random.fraction() < 0.5 ? cutOff() : undefined])
    left = left.filter((_, i) => outcomes[i]!.status === 'rejected')
  }
}

async function sweep(): Promise<void> {
  await workOff([null], () => sweepAllPix(platform))
  await workOff(await takeJobs(rows, 'sweep-pix'), (job) => sweepPix(desk, job))
}

test(`a bank that loses answers, tells twice, late, out of order or never, and a database that goes away: each Pix counts once (seed ${seed})`, async () => {
  const who = await pixSituation(testApp, bank)
  const agreement = await signedAgreement(testApp, who, 'installments-6')
  const paid: { endToEndId: string; cents: number }[] = []
  for (const { number, amountCents } of agreement.installments) {
    const lost = random.fraction() < 0.3
    const requests = random.fraction() < 0.5 ? [{ kind: 'lost_answer', method: 'PUT', path: '/api/cobv' } as const] : []
    await bank.setFaults({ webhooks: { held: true, copies: random.whole(1, 4), lost }, requests })
    const { pix } = await askForPix(testApp, who, agreement, number)
    paid.push({ endToEndId: (await bank.pay({ code: pix.copyPaste })).endToEndId, cents: amountCents })
    if (random.fraction() < 0.5) await bank.releaseWebhooks(random.pick(['first', 'last'] as const))
    await workOff(await takeJobs(rows, 'confirm-pix'), (job) => confirmPix(desk, job))
  }
  await bank.releaseWebhooks('last')
  await workOff(await takeJobs(rows, 'confirm-pix'), (job) => confirmPix(desk, job))
  for (let left = 2; left > 0; left -= 1) {
    clock.advance(900_000)
    await sweep()
  }
  const posted = await rows<{ endToEndId: string; cents: bigint }>('select external_reference as "endToEndId", amount_cents::int as cents from payments order by external_reference')
  expect(posted).toEqual(paid.toSorted((a, b) => (a.endToEndId < b.endToEndId ? -1 : 1)))
  const [state] = await rows<{ status: string }>('select status from agreements where id = $1', [agreement.id.replace('agreement_', '')])
  expect(state?.status).toBe('settled')
})

test('the books are in order', () => expectBooksInOrder(testApp))
