import type { ReceivedPix } from './received-pix.ts'

/** A Pix as the official file shows it: who paid is not told. */
export function showPix({ endToEndId, txid, valor, componentesValor, chave, horario, devolucoes }: ReceivedPix): Record<string, unknown> {
  return {
    endToEndId,
    ...(txid === undefined ? {} : { txid }),
    valor,
    ...(componentesValor === undefined ? {} : { componentesValor }),
    chave,
    horario,
    ...(devolucoes.length > 0 ? { devolucoes } : {}),
  }
}
