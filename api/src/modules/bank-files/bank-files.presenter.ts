import type { BoletoRemittance, BoletoReturn } from '@repactua/shared/contract/boletos.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import type { ReceivedReturn, Told } from './receive-return.ts'
import type { NewRemittance } from './write-remittance.ts'

export function presentRemittance({ remittance, account }: NewRemittance, publicUrl: string): BoletoRemittance {
  const { sequence, slipCount, totalCents, createdAt } = remittance
  const id = showId('remittance', remittance.id)
  return { id, bank: account.bank, sequence, count: slipCount, totalCents: centsNumber(totalCents), createdAt: createdAt.toISOString(), fileUrl: `${publicUrl}/v1/boleto-remittances/${id}/file` }
}

export function presentReturn({ record, file, told }: ReceivedReturn): BoletoReturn {
  const count = (kind: Told['outcome']['kind']) => told.filter(({ outcome }) => outcome.kind === kind).length
  return {
    id: showId('return', record.id),
    bank: file.bankCode as BoletoReturn['bank'],
    sequence: file.sequence,
    writtenOn: file.writtenOn,
    posted: count('posted'),
    registered: count('registered'),
    refused: count('refused'),
    writtenOff: count('written_off'),
    unchanged: count('unchanged'),
    exceptions: told.flatMap(presentException),
  }
}

function presentException({ occurrence, outcome }: Told): BoletoReturn['exceptions'] {
  if (outcome.kind !== 'exception') return []
  const { line, ownNumber, code: occurrenceCode, paidCents } = occurrence
  const { boleto, reason, held } = outcome
  return [{
    line, ownNumber, occurrence: occurrenceCode, reason, code: held?.reason ?? null, exceptionId: held ? showId('exception', held.id) : null,
    chargeId: boleto && showId('charge', boleto.id), amountCents: boleto && centsNumber(boleto.amountCents), paidCents: centsNumber(paidCents),
  }]
}
