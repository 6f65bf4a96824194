/** Where news of the Pix to a key go. */
export interface Webhook {
  clientId: string
  chave: string
  webhookUrl: string
  criacao: string
}

/** Where news of an account's recurrences go (rec), or of their debits (cobr). */
export interface AutomaticWebhook {
  clientId: string
  about: 'rec' | 'cobr'
  webhookUrl: string
  criacao: string
}
