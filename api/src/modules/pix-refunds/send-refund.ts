import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { faultOf, getGivenBack, openBank, putGivenBack, type Asked, type Bank, type GivenBack } from '../pix-accounts/index.ts'
import { lockRefund } from '../refunds/index.ts'
import { movePart, partsOf, type RefundPart } from './pix-refunds.repository.ts'
import { takeReturn } from './take-return.ts'
import { devolutionId, lastAttempts } from './transfer.rules.ts'

const SYSTEM = { kind: 'system' } as const

/** The job `send-pix-refund`: asks the bank to give back what is asked for, and about what is under way. Twice is once: each part has its id. */
export async function sendRefund(platform: Platform, { creditorId, refundId }: { creditorId: string; refundId: string }): Promise<void> {
  const bank = await openBank(platform, creditorId, 'job')
  const parts = await platform.transact(SYSTEM, { creditorId }, ({ tx }) => partsOf(tx, { creditorId, refundId }))
  if (!bank) return
  for (const part of lastAttempts(parts)) {
    if (part.status === 'asked' || part.status === 'processing') await sendPart(platform, bank, part)
  }
}

async function sendPart(platform: Platform, bank: Bank, part: RefundPart): Promise<void> {
  if (part.status === 'asked' && !(await platform.transact(SYSTEM, bank.account, (work) => isStillDue(work, part)))) return
  const told = await ask(bank, part)
  if (!told.ok && told.error.kind === 'silent') throw faultOf('to give a Pix back', told.error)
  await platform.transact(SYSTEM, bank.account, async (work) => {
    if (told.ok) await takeReturn(work, part, told.value)
    // Refused outright: too old, or nothing left of it (Pix API, PixDevolucaoInvalida).
    else await movePart(work.tx, part, { status: 'refused', reason: told.error.problem, returnId: null, changedAt: work.clock.now() })
  })
}

// One that went back by another way while no bank could be asked, as where the account was away, is not sent any more.
async function isStillDue(work: Work, part: RefundPart): Promise<boolean> {
  const refund = await lockRefund(work.tx, part.creditorId, part.refundId)
  if (!refund?.confirmedAt) return true
  await movePart(work.tx, part, { status: 'refused', reason: null, returnId: null, changedAt: work.clock.now() })
  return false
}

function ask(bank: Bank, part: RefundPart): Asked<GivenBack> {
  const { endToEndId, amountCents: cents } = part
  const id = devolutionId(part)
  return part.status === 'asked' ? putGivenBack(bank, { endToEndId, id, cents }) : getGivenBack(bank, { endToEndId, id })
}
