import type { Account } from '../accounts/account.ts'
import type { Bank } from '../bank.ts'
import { showPix } from '../pix/show-pix.ts'
import { bodyOf, type Charge } from './charge.ts'
import { copyPasteOf, locationOf } from './location.ts'

/** A charge as `CobVGerada` of the official file. */
export function showCharge(charge: Charge, account: Account): Record<string, unknown> {
  const { calendario, ...body } = bodyOf(charge)
  const location = locationOf(charge)
  return {
    calendario: { criacao: charge.criacao, ...calendario },
    txid: charge.txid,
    revisao: charge.revisions.length - 1,
    loc: { id: charge.locationId, txid: charge.txid, location, tipoCob: 'cobv', criacao: charge.criacao },
    location,
    status: charge.status,
    ...body,
    recebedor: account.holder,
    pixCopiaECola: copyPasteOf(charge, account),
  }
}

/** The same with the Pix that paid it: `CobVCompleta`. */
export function showWholeCharge(bank: Bank, charge: Charge, account: Account): Record<string, unknown> {
  const paid = bank.state.pix.filter(({ clientId, txid }) => clientId === charge.clientId && txid === charge.txid)
  return { ...showCharge(charge, account), ...(paid.length > 0 ? { pix: paid.map(showPix) } : {}) }
}
