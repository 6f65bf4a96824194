/** The txid of a charge or a debit at the bank: its id without the dashes, 32 characters. Source: Pix API, txid [a-zA-Z0-9]{26,35}. */
export function bankTxid(id: string): string {
  return id.replaceAll('-', '')
}

/** The id inside a txid of ours; null for any other one. */
export function idOfTxid(txid: string): string | null {
  return /^[0-9a-f]{32}$/.test(txid) ? txid.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
}
