import { modulo10 } from './check-digits.ts'
import type { Bank, CollectionAccount } from './types.ts'

const NUMBER_DIGITS = 8

export const ITAU: Bank = {
  code: '341',
  shownCode: '341-7',
  name: 'Itaú',
  numberDigits: NUMBER_DIGITS,
  wrongFields: ({ agency, agencyDigit, account, accountDigit, wallet, walletVariation, convenio }) => [
    ...(agencyDigit === null ? [] : ['agencyDigit' as const]),
    ...(account.length === 5 ? [] : ['account' as const]),
    ...(accountDigit === String(modulo10(agency + account)) ? [] : ['accountDigit' as const]),
    ...(wallet.length === 3 ? [] : ['wallet' as const]),
    ...(walletVariation === null ? [] : ['walletVariation' as const]),
    ...(convenio === null ? [] : ['convenio' as const]),
  ],
  freeField: (account, number) => {
    const { agency, accountDigit } = account
    return `${numberWithDigit(account, number)}${agency}${account.account}${accountDigit}000`
  },
  showNumber: (account, number) => numberWithDigit(account, number).replace(/^(\d{3})(\d{8})(\d)$/, '$1/$2-$3'),
  showAccount: ({ agency, account, accountDigit }) => `${agency} / ${account}-${accountDigit}`,
  fileNumber: numberWithDigit,
  readFileNumber: (account, text) => {
    const number = Number(text.slice(3, 3 + NUMBER_DIGITS))
    return /^\d{12}$/.test(text) && numberWithDigit(account, number) === text ? number : null
  },
  file: {
    bankName: 'BANCO ITAU SA',
    fileVersion: '040',
    batchVersion: '030',
    density: '00000',
    launchForm: '00',
    dailyInterestCode: '0',
    noInterestCode: '0',
    protestCode: '0',
    collectingAgency: '000000',
    closing: '0000000000000000',
    controls: () => '00000',
    holder: ({ accountDigit }) => ({ convenio: '', agencyDigit: '', accountDigit: '', bothDigit: accountDigit }),
  },
}

// Wallet, number, and the digit over agency, account, wallet and number.
function numberWithDigit({ agency, account, wallet }: CollectionAccount, number: number): string {
  const digits = String(number).padStart(NUMBER_DIGITS, '0')
  return `${wallet}${digits}${modulo10(agency + account + wallet + digits)}`
}
