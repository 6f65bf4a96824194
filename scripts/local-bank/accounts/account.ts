/** A creditor as the bank's customer, in the official words. */
export interface Holder {
  cnpj: string
  nome: string
  nomeFantasia?: string
  logradouro: string
  cidade: string
  uf: string
  cep: string
}

/** An account, with the one client that works on it by the Pix API. */
export interface Account {
  clientId: string
  clientSecret: string
  /** The client's certificate for mutual TLS and its key, PEM. */
  certificate: string
  privateKey: string
  /** What its client may do; everything where nothing is said. */
  scopes?: string[]
  holder: Holder
  /** DICT keys of the account. */
  keys: string[]
}
