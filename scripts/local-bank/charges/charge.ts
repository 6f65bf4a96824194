/** A fine, interest or rebate: how it is counted (the file's table of domains) and how much. */
export interface Rate {
  modalidade: number
  /** An amount or a percentage, '2.00'. */
  valorPerc: string
}

export interface Discount {
  modalidade: number
  valorPerc?: string
  descontoDataFixa?: { data: string; valorPerc: string }[]
}

export interface ChargeValue {
  original: string
  multa?: Rate
  juros?: Rate
  abatimento?: Rate
  desconto?: Discount
}

export interface Debtor {
  cpf?: string
  cnpj?: string
  nome: string
  email?: string
  logradouro?: string
  cidade?: string
  uf?: string
  cep?: string
}

/** What a creditor says of a charge, after it was checked. */
export interface ChargeBody {
  calendario: { dataDeVencimento: string; validadeAposVencimento: number }
  devedor: Debtor
  valor: ChargeValue
  chave: string
  solicitacaoPagador?: string
  infoAdicionais?: { nome: string; valor: string }[]
}

export type ChargeStatus = 'ATIVA' | 'CONCLUIDA' | 'REMOVIDA_PELO_USUARIO_RECEBEDOR' | 'REMOVIDA_PELO_PSP'

/** A charge with a due date (cobv). */
export interface Charge {
  clientId: string
  txid: string
  criacao: string
  locationId: number
  /** The last part of its location: whoever knows it may read the charge. */
  token: string
  status: ChargeStatus
  /** Every revision, the first one with number 0. */
  revisions: { body: ChargeBody; status: ChargeStatus }[]
}

/** What the charge says now. */
export function bodyOf({ revisions }: Charge): ChargeBody {
  return revisions.at(-1)!.body
}
