/** Who paid, as the payer's own bank tells it. */
export interface Payer {
  cpf?: string
  cnpj?: string
  nome: string
}

export type ReturnReason = 'ORIGINAL' | 'MED_OPERACIONAL' | 'MED_FRAUDE'

/** Money given back of a Pix: asked for by the receiver, or taken under the MED. */
export interface Return {
  id: string
  rtrId: string
  valor: string
  natureza: ReturnReason
  descricao?: string
  horario: { solicitacao: string; liquidacao?: string }
  status: 'EM_PROCESSAMENTO' | 'DEVOLVIDO' | 'NAO_REALIZADO'
  motivo?: string
}

/** The parts of a payment of a charge. */
export type ValueParts = Partial<Record<'original' | 'multa' | 'juros' | 'abatimento' | 'desconto', { valor: string }>>

/** A Pix that has reached an account, or, to a key that nobody has here, another bank. */
export interface ReceivedPix {
  clientId: string | null
  endToEndId: string
  txid?: string
  valor: string
  componentesValor?: ValueParts
  chave: string
  horario: string
  payer: Payer
  devolucoes: Return[]
}
