import type { Work } from '../../platform/work.ts'
import { hasPixAccount } from '../pix-accounts/index.ts'
import { insertPixCharge, lockStanding, type PixChargeRecord } from './pix-charges.repository.ts'
import { pixTerms, type PayableToday } from './pix-terms.rules.ts'
import { supersede } from './supersede.ts'

export interface WantedPixCharge extends PayableToday {
  creditorId: string
  agreementId: string
  installmentNumber: number
  /** The charge of ours that it stands for. */
  chargeId: string
}

/**
 * Writes down the charge that the creditor's bank is to be asked for, where it has one. The same as stands is that one; any
 * other takes its place. The caller then commits and asks the bank (`codeOfCharge`).
 */
export async function preparePixCharge(work: Work, wanted: WantedPixCharge): Promise<void> {
  if (!(await hasPixAccount(work, wanted.creditorId))) return
  const fresh = newPixCharge(work, wanted)
  const standing = await lockStanding(work.tx, fresh)
  if (standing && isSame(standing, fresh)) return
  if (standing) await supersede(work, standing)
  await insertPixCharge(work.tx, fresh)
}

function newPixCharge(work: Work, wanted: WantedPixCharge): PixChargeRecord {
  const { creditorId, agreementId, installmentNumber, chargeId, openCents, scheduledOn } = wanted
  const now = work.clock.now()
  return {
    creditorId, id: work.newId(), chargeId, agreementId, installmentNumber, openCents, scheduledOn, ...pixTerms(wanted, work.today),
    status: 'prepared', copyPaste: null, createdAt: now, changedAt: now,
  }
}

function isSame(standing: PixChargeRecord, fresh: PixChargeRecord): boolean {
  return standing.chargeId === fresh.chargeId && standing.openCents === fresh.openCents && standing.scheduledOn === fresh.scheduledOn
    && standing.dueOn === fresh.dueOn && standing.originalCents === fresh.originalCents && standing.discountUntil === fresh.discountUntil
}
