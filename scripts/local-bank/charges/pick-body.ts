import { at } from '../doors/fields.ts'
import type { ChargeBody } from './charge.ts'

/** Days after the due date in which a charge can be paid where nothing is said. */
const USUAL_VALIDITY = 30
const OPTIONAL = ['solicitacaoPagador', 'infoAdicionais'] as const

/** What the bank keeps of a checked body; what it does not know is left out. */
export function pickBody(body: Record<string, unknown>): ChargeBody {
  const known = body as unknown as ChargeBody
  const validity = at(body, 'calendario', 'validadeAposVencimento')
  const optional = Object.fromEntries(OPTIONAL.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]))
  return {
    calendario: { dataDeVencimento: known.calendario.dataDeVencimento, validadeAposVencimento: typeof validity === 'number' ? validity : USUAL_VALIDITY },
    devedor: known.devedor,
    valor: known.valor,
    chave: known.chave,
    ...optional,
  }
}
