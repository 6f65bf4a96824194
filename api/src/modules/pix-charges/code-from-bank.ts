import { dynamicBrCode } from '../../core/pix/br-code.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement } from '../agreements/index.ts'
import { findCreditor, type CreditorRecord } from '../creditors/index.ts'
import { findDebtor, type Debtor } from '../debtors/index.ts'
import { openBank, putCobv, type BankFault, type Cobv, type StandingCobv } from '../pix-accounts/index.ts'
import { findPixCharge, findStandingOf, movePixCharge, type PixChargeRecord } from './pix-charges.repository.ts'
import { bankTxid } from '../../core/pix/bank-txid.ts'

/** How long after its due date a charge can be paid: the API's own default. */
const VALID_DAYS = 30

export interface BankCode {
  txid: string
  copyPaste: string
}

/**
 * The bank's code for one of a person's own charges: the one that is there, or asked for now and kept. Null where none was
 * prepared, or it was overtaken meanwhile. Not within a transaction.
 */
export async function codeOfCharge(platform: Platform, cpfIndex: Buffer, chargeId: string): Promise<Result<BankCode | null, BankFault>> {
  const charge = await platform.transact({ kind: 'debtor', cpfIndex }, { cpfIndex }, ({ tx }) => findStandingOf(tx, chargeId))
  return charge ? codeFromBank(platform, charge) : ok(null)
}

async function codeFromBank(platform: Platform, charge: PixChargeRecord): Promise<Result<BankCode | null, BankFault>> {
  if (charge.copyPaste !== null) return ok({ txid: bankTxid(charge.id), copyPaste: charge.copyPaste })
  const bank = await openBank(platform, charge.creditorId, 'person')
  if (!bank) return ok(null)
  const { creditor, debtor } = await platform.transact({ kind: 'system' }, charge, (work) => partiesOf(work, charge))
  const made = await putCobv(bank, cobvOf(charge, debtor))
  if (!made.ok) return made
  const copyPaste = copyPasteOf(made.value, creditor)
  if (copyPaste === null) return err({ kind: 'silent', problem: 'a charge without code or location' })
  const isKept = await platform.transact({ kind: 'system' }, charge, (work) => keep(work, charge, copyPaste))
  return ok(isKept ? { txid: bankTxid(charge.id), copyPaste } : null)
}

async function partiesOf(work: Work, { creditorId, agreementId }: PixChargeRecord): Promise<{ creditor: CreditorRecord; debtor: Debtor }> {
  const { debtorId } = (await findAgreement(work, agreementId))!
  return { creditor: (await findCreditor(work.tx, creditorId))!, debtor: (await findDebtor(work, creditorId, debtorId))! }
}

function cobvOf(charge: PixChargeRecord, { cpf, name }: Debtor): Cobv {
  const { id, dueOn, originalCents, fineBps, interestMonthlyBps, interestDailyCents, discountCents, discountUntil } = charge
  const monthly = interestMonthlyBps > 0 ? { kind: 'monthly', bps: interestMonthlyBps } as const : null
  return {
    txid: bankTxid(id), dueOn, validDays: VALID_DAYS, originalCents, fineBps,
    interest: interestDailyCents > 0n ? { kind: 'daily', cents: interestDailyCents } : monthly,
    discount: discountUntil ? { cents: discountCents, until: discountUntil } : null,
    debtor: { cpf, name },
  }
}

// A bank may give the location alone; the code around it is ours to write.
function copyPasteOf({ copyPaste, location }: StandingCobv, { tradeName, address }: CreditorRecord): string | null {
  return copyPaste ?? (location === null ? null : dynamicBrCode({ url: location.replace(/^https:\/\//, ''), merchantName: tradeName, merchantCity: address.city }))
}

// One that was overtaken while the bank was asked is at the bank now: its removal may have come too early to find it.
async function keep(work: Work, { creditorId, id }: PixChargeRecord, copyPaste: string): Promise<boolean> {
  const isKept = await movePixCharge(work.tx, { creditorId, id }, ['prepared', 'active'], { status: 'active', copyPaste, changedAt: work.clock.now() })
  const now = isKept ? null : await findPixCharge(work.tx, { creditorId, id })
  if (now?.status === 'removed') {
    await movePixCharge(work.tx, now, ['removed'], { status: 'superseded', changedAt: work.clock.now() })
    await work.jobs.send(work.tx, 'remove-pix-charge', { creditorId, pixChargeId: id })
  }
  return isKept
}
