/** What an access token stands for. */
export interface Token {
  clientId: string
  scopes: string[]
  endsAt: number
}
