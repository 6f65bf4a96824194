/** What a person must know before paying a debt whose time is over (CC 189, 191, 882; STJ REsp 2.088.100). Shown, and written into the term. */
export const VOLUNTARY_WARNING = [
  'O prazo para cobrar esta dívida terminou. Ela não pode ser cobrada na Justiça nem fora dela.',
  'Pagar é escolha sua. Se você não pagar, nada acontece: ninguém cobra, e seu nome não vai para cadastros de inadimplentes por causa dela.',
  'Se começar a pagar, você pode parar quando quiser, sem multa e sem juros. O prazo que terminou não volta a correr.',
  'O que for pago não é devolvido depois (Código Civil, art. 882).',
] as const

/** The words to which the person consents, of their own will. They stand in the term as they are here. */
export const VOLUNTARY_CONSENT = 'Sei que não tenho obrigação de pagar, porque o prazo para cobrar terminou, e quero pagar por vontade própria'
