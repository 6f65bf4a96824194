import { bankOf } from '../../core/boleto/banks.ts'
import { writeRemittance as writeFile, type RemittanceSlip } from '../../core/cnab240/write-remittance.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { localDateOf } from '../../platform/clock.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { accountToSend, boletosToSend, lockAccount, setNextSequence, setSent, type AccountRecord, type BoletoRecord } from '../boletos/index.ts'
import { findCreditor } from '../creditors/index.ts'
import { findDebtors, type Debtor } from '../debtors/index.ts'
import { findRemittance, insertRemittance, type RemittanceRecord } from './remittances.repository.ts'

/** Three lines a slip: a file of some 1.5 MB. What is left comes with the next one. */
const MOST_SLIPS = 2_000
/** America/Sao_Paulo, without summer time since 2019. */
const HOUR_OF_DAY = new Intl.DateTimeFormat('pt-BR', { timeZone: 'America/Sao_Paulo', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })

export interface NewRemittance {
  remittance: RemittanceRecord
  account: AccountRecord
}

/** A file with the slips of one account that the bank does not have yet; each slip is in one file. Refused where there is none. */
export async function writeRemittance(work: Work): Promise<NewRemittance> {
  const creditorId = creditorOf(work)
  const accountId = await accountToSend(work.tx, creditorId)
  const account = accountId ? await lockAccount(work.tx, creditorId, accountId) : null
  // Read under the account's lock: a twin that came first has taken them.
  const slips = account ? await boletosToSend(work.tx, creditorId, account.id, MOST_SLIPS) : []
  if (!account || slips.length === 0) throw new AppError('no_boleto_to_send')
  const remittance = await newRemittance(work, account, slips)
  await insertRemittance(work.tx, remittance)
  await setNextSequence(work.tx, account, account.nextSequence + 1)
  await setSent(work.tx, creditorId, slips.map(({ id }) => id), remittance.id)
  await record(work, remittance)
  return { remittance, account }
}

/** The bytes of a file that was written, the same each time. */
export async function readRemittanceFile(work: Work, id: string): Promise<{ sequence: number; bytes: Buffer }> {
  const remittance = await findRemittance(work.tx, creditorOf(work), id)
  if (!remittance) throw new AppError('not_found')
  return { sequence: remittance.sequence, bytes: Buffer.from(work.keys.open(remittance.fileSealed), 'latin1') }
}

async function newRemittance(work: Work, account: AccountRecord, slips: readonly BoletoRecord[]): Promise<RemittanceRecord> {
  const { creditorId, nextSequence: sequence } = account
  const creditor = (await findCreditor(work.tx, creditorId))!
  const payers = await findDebtors(work, creditorId, [...new Set(slips.map(({ debtorId }) => debtorId))])
  const file = writeFile({
    bank: bankOf(account.bank), account, holder: { cnpj: creditor.cnpj, name: creditor.legalName }, sequence,
    writtenOn: work.today, writtenAt: HOUR_OF_DAY.format(work.clock.now()).replaceAll(':', ''), slips: slips.map((slip) => forFile(slip, payers.get(slip.debtorId)!)),
  })
  const totalCents = slips.reduce((sum, { amountCents }) => sum + amountCents, 0n)
  return { creditorId, id: work.newId(), accountId: account.id, sequence, slipCount: slips.length, totalCents, fileSealed: work.keys.seal(file), createdAt: work.clock.now() }
}

function forFile({ ownNumber, dueOn, createdAt, amountCents, fineBps, dailyInterestCents, installmentNumber }: BoletoRecord, { cpf, name, city, state }: Debtor): RemittanceSlip {
  return { number: ownNumber, dueOn, issuedOn: localDateOf(createdAt), amountCents, fineBps, dailyInterestCents, payer: { cpf, name, city, state }, message: `Parcela ${installmentNumber} do acordo` }
}

async function record(work: Work, { creditorId, id, sequence, slipCount, totalCents }: RemittanceRecord): Promise<void> {
  const subject = showId('remittance', id)
  await recordChange(work, { creditorId, type: 'boleto_remittance.created', subject, data: { remittanceId: subject, sequence, count: slipCount, totalCents: centsNumber(totalCents) } })
}
