import { isDeepStrictEqual } from 'node:util'
import { localDateOf } from '@repactua/api/platform/clock.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import { isObject } from '../doors/fields.ts'
import { refuse } from '../doors/problems.ts'
import { bodyOf, type Charge, type ChargeBody } from './charge.ts'
import { chargeViolations } from './charge-violations.ts'
import { findCharge, locationTaken } from './find-charge.ts'
import { pickBody } from './pick-body.ts'
import { showCharge } from './show-charge.ts'

const REMOVED = 'REMOVIDA_PELO_USUARIO_RECEBEDOR'

/** PATCH /cobv/{txid}: revises an open charge in what the body names, or removes it, never both at once. */
export function patchCharge({ bank, account, params, body }: Ask): Answer {
  const charge = findCharge(bank, account, params['txid'] ?? '') ?? refuse('CobVNaoEncontrada')
  if (!isObject(body)) refuse('RequisicaoInvalida')
  if (charge.status !== 'ATIVA') refuse('CobVOperacaoInvalida', [{ razao: 'A cobrança não está ATIVA, e a presente requisição busca alterá-la.', propriedade: 'cobv.status', valor: charge.status }])
  if (body['status'] !== undefined) remove(charge, body)
  else revise(charge, revised(charge, body, { bank, account }))
  bank.keep()
  return { status: 200, body: showCharge(charge, account) }
}

function remove(charge: Charge, body: Record<string, unknown>): void {
  const propriedade = 'cobv.status'
  if (body['status'] !== REMOVED) refuse('CobVOperacaoInvalida', [{ razao: 'O campo cobv.status não respeita o schema.', propriedade }])
  if (Object.keys(body).length > 1) refuse('CobVOperacaoInvalida', [{ razao: 'A requisição propõe remover a cobrança juntamente com outras alterações.', propriedade }])
  charge.status = REMOVED
  charge.revisions.push({ body: bodyOf(charge), status: REMOVED })
}

// A change of location alone is no new revision (schema Revisao).
function revise(charge: Charge, body: ChargeBody): void {
  if (!isDeepStrictEqual(body, bodyOf(charge))) charge.revisions.push({ body, status: charge.status })
}

function revised(charge: Charge, body: Record<string, unknown>, { bank, account }: Pick<Ask, 'bank' | 'account'>): ChargeBody {
  const stands = bodyOf(charge)
  const wished = { ...stands, ...body, calendario: over(stands.calendario, body['calendario']), valor: over(stands.valor, body['valor']) }
  const violations = chargeViolations(wished, {
    createdOn: localDateOf(new Date(charge.criacao)),
    keys: account.keys,
    locationId: charge.locationId,
    isTaken: locationTaken(bank, charge),
  })
  if (violations.length > 0) refuse('CobVOperacaoInvalida', violations)
  return pickBody(wished)
}

// What is no object stays as it came, so that the rules refuse it.
function over(stands: object, body: unknown): unknown {
  return body === undefined || isObject(body) ? { ...stands, ...body } : body
}
