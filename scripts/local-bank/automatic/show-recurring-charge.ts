import { localDateOf } from '@repactua/api/platform/clock.ts'
import type { Account } from '../accounts/account.ts'
import type { Bank } from '../bank.ts'
import { showPix } from '../pix/show-pix.ts'
import type { RecurringCharge } from './recurring-charge.ts'

/** A recurring charge as `CobRCompleta`, with the Pix that it became. */
export function showRecurringCharge(bank: Bank, charge: RecurringCharge, { holder }: Account): Record<string, unknown> {
  const { idRec, calendario, ...body } = charge.body
  const policy = bank.state.recurrences.find((rec) => rec.idRec === idRec)?.body.politicaRetentativa ?? 'NAO_PERMITE'
  return {
    idRec,
    txid: charge.txid,
    ...body,
    calendario: { criacao: localDateOf(new Date(charge.criacao)), ...calendario },
    recebedor: { cnpj: holder.cnpj, nome: holder.nome.slice(0, 140), ...body.recebedor },
    politicaRetentativa: policy,
    ...showProgress(bank, charge),
  }
}

/** What its webhook is told: `CobRNotification`. */
export function showProgress({ state }: Bank, { clientId, txid, status, atualizacao, tentativas, encerramento }: RecurringCharge): Record<string, unknown> {
  const paid = state.pix.filter((pix) => pix.clientId === clientId && pix.txid === txid)
  return {
    status,
    atualizacao,
    ...(encerramento ? { encerramento } : {}),
    ...(tentativas.length > 0 ? { tentativas } : {}),
    ...(paid.length > 0 ? { pix: paid.map(showPix) } : {}),
  }
}
