import type { Purpose } from '@repactua/shared/contract/messaging.ts'

/** What stops, by what the message was for. */
export const SUBJECTS: Record<Purpose, string> = {
  collection: 'Mensagens sobre dívidas e ofertas',
  service: 'Mensagens sobre os seus acordos e pedidos',
}

const CODES = 'Os códigos que você pede para entrar ou assinar.'
const PAPERS = 'Os papéis de um acordo que você assinou: recibo, carta de quitação.'

/** What comes all the same. */
export const STILL_COMES: Record<Purpose, readonly string[]> = {
  collection: ['O que faz parte de um acordo que você assinou, como o lembrete de uma parcela.', 'A resposta a um pedido seu, como uma contestação.', PAPERS, CODES],
  service: [PAPERS, CODES],
}
