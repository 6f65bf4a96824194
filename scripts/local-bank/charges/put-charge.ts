import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { localDateOf } from '@repactua/api/platform/clock.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import { isObject } from '../doors/fields.ts'
import { refuse } from '../doors/problems.ts'
import type { Charge, ChargeBody } from './charge.ts'
import { bodyOf } from './charge.ts'
import { chargeViolations } from './charge-violations.ts'
import { findCharge, locationTaken } from './find-charge.ts'
import { pickBody } from './pick-body.ts'
import { showCharge } from './show-charge.ts'

const TXID = /^[a-zA-Z0-9]{26,35}$/

/**
 * PUT /cobv/{txid}: makes the charge, or revises one that is open. The same body again changes nothing, so that a caller
 * who lost the answer may ask anew.
 */
export function putCharge({ bank, account, params, body }: Ask): Answer {
  const txid = params['txid'] ?? ''
  if (!TXID.test(txid)) refuse('CobVOperacaoInvalida', [{ razao: 'O campo cobv.txid não respeita o schema.', propriedade: 'cobv.txid', valor: txid }])
  const charge = findCharge(bank, account, txid)
  const wished = checked(body, { bank, account, charge })
  if (charge && isDeepStrictEqual(bodyOf(charge), wished)) return { status: 201, body: showCharge(charge, account) }
  if (charge && charge.status !== 'ATIVA') refuse('CobVOperacaoInvalida', [{ razao: 'A cobrança já existe, não está ATIVA, e a presente requisição busca alterá-la.', propriedade: 'cobv.status', valor: charge.status }])
  if (charge) charge.revisions.push({ body: wished, status: charge.status })
  const stands = charge ?? newCharge(bank, { clientId: account.clientId, txid, body: wished })
  bank.keep()
  return { status: 201, body: showCharge(stands, account) }
}

function checked(body: unknown, { bank, account, charge }: Pick<Ask, 'bank' | 'account'> & { charge: Charge | undefined }): ChargeBody {
  if (!isObject(body)) refuse('RequisicaoInvalida')
  const violations = chargeViolations(body, {
    createdOn: charge ? localDateOf(new Date(charge.criacao)) : bank.clock.today(),
    keys: account.keys,
    isTaken: locationTaken(bank, charge),
    ...(charge ? { locationId: charge.locationId } : {}),
  })
  if (violations.length > 0) refuse('CobVOperacaoInvalida', violations)
  return pickBody(body)
}

function newCharge(bank: Ask['bank'], { clientId, txid, body }: { clientId: string; txid: string; body: ChargeBody }): Charge {
  const charge: Charge = {
    clientId,
    txid,
    criacao: bank.clock.now().toISOString(),
    locationId: bank.state.charges.length + 1,
    token: randomBytes(16).toString('hex'),
    status: 'ATIVA',
    revisions: [{ body, status: 'ATIVA' }],
  }
  bank.state.charges.push(charge)
  return charge
}
