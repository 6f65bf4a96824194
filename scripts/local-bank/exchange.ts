/** One request and its answer, for whoever checks that both keep the official file. */
export interface Exchange {
  method: string
  /** As the official file writes it: '/cobv/{txid}'; '{webhook}/pix' for news. */
  path: string
  request: unknown
  status: number
  answer: unknown
}

export type Watch = (exchange: Exchange) => void
