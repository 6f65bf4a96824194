/** Where news of the Pix to a key go. */
export interface Webhook {
  clientId: string
  chave: string
  webhookUrl: string
  criacao: string
}
