/** What an access token says of its bearer. Ids are shown ones. */
export interface TokenClaims {
  sub: string
  /** Null for an operator of the installation. */
  creditor: string | null
  scope: string
}
