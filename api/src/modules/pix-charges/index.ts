export { codeOfCharge, type BankCode } from './code-from-bank.ts'
export { preparePixCharge, type WantedPixCharge } from './prepare-pix-charge.ts'
export { removePixCharge } from './remove-pix-charge.ts'
export { tidyPixCharges } from './tidy-pix-charges.ts'
