/** Where a creditor's slips are paid to, as its contract with the bank says. Digits only, but for check digits that may be X. */
export interface CollectionAccount {
  agency: string
  agencyDigit: string | null
  account: string
  accountDigit: string
  /** The bank's carteira. */
  wallet: string
  /** Variation of the wallet; Banco do Brasil only. */
  walletVariation: string | null
  /** Number of the contract (convênio); Banco do Brasil only. */
  convenio: string | null
}

/** A bank's own part of slips and of CNAB 240 files; everything else is FEBRABAN's. */
export interface Bank {
  code: string
  /** How the bank is written on a slip: code and check digit. */
  shownCode: string
  name: string
  /** How many digits a slip's own number (nosso número) has. */
  numberDigits: number
  /** The names of the fields that this bank would not take. */
  wrongFields(account: CollectionAccount): (keyof CollectionAccount)[]
  /** Positions 20 to 44 of the barcode (campo livre). */
  freeField(account: CollectionAccount, number: number): string
  /** The slip's own number as people read it. */
  showNumber(account: CollectionAccount, number: number): string
  /** Agency and account of the beneficiary as people read them. */
  showAccount(account: CollectionAccount): string
  /** The slip's own number as it stands in files. */
  fileNumber(account: CollectionAccount, number: number): string
  /** The number inside what stands in files; null for one that is not of this account. */
  readFileNumber(account: CollectionAccount, text: string): number | null
  file: BankFile
}

/** What a bank wants at the places of a file where banks differ. */
export interface BankFile {
  bankName: string
  fileVersion: string
  batchVersion: string
  density: string
  launchForm: string
  /** Position 118 of segment P: interest in cents a day, or none. */
  dailyInterestCode: string
  noInterestCode: string
  protestCode: string
  collectingAgency: string
  /** Positions 224 to 239 of segment P: write-off, currency, contract. */
  closing: string
  /** Positions 58 to 62 of segment P: wallet, registration, document, issue, delivery. */
  controls(account: CollectionAccount): string
  holder(account: CollectionAccount): { convenio: string; agencyDigit: string; accountDigit: string; bothDigit: string }
}
