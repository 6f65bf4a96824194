import type { Bank, CollectionAccount } from './types.ts'

/** Of contracts (convênios) of seven digits: a slip's own number is the contract's and ten digits more. */
const CONVENIO = /^\d{7}$/
const NUMBER_DIGITS = 10

export const BANCO_DO_BRASIL: Bank = {
  code: '001',
  shownCode: '001-9',
  name: 'Banco do Brasil',
  numberDigits: NUMBER_DIGITS,
  wrongFields: ({ agencyDigit, account, wallet, walletVariation, convenio }) => [
    ...(agencyDigit === null ? ['agencyDigit' as const] : []),
    ...(account.length > 8 ? ['account' as const] : []),
    ...(wallet.length === 2 ? [] : ['wallet' as const]),
    ...(walletVariation === null ? ['walletVariation' as const] : []),
    ...(convenio !== null && CONVENIO.test(convenio) ? [] : ['convenio' as const]),
  ],
  freeField: (account, number) => `000000${ownNumber(account, number)}${account.wallet}`,
  showNumber: ownNumber,
  showAccount: ({ agency, agencyDigit, account, accountDigit }) => `${agency}-${agencyDigit} / ${account}-${accountDigit}`,
  fileNumber: ownNumber,
  readFileNumber: ({ convenio }, text) => (/^\d{17}$/.test(text) && text.startsWith(convenio ?? '-') ? Number(text.slice(7)) : null),
  file: {
    bankName: 'BANCO DO BRASIL S.A.',
    fileVersion: '084',
    batchVersion: '043',
    density: '01600',
    launchForm: '',
    dailyInterestCode: '1',
    noInterestCode: '3',
    protestCode: '3',
    collectingAgency: '00000',
    closing: '0000090000000000',
    // The plain collection of wallet 17 is 7, that of any other one is 1.
    controls: ({ wallet }) => `${wallet === '17' ? '7' : '1'}   0`,
    holder: ({ convenio, wallet, walletVariation, agencyDigit, accountDigit }) => ({
      convenio: `${convenio?.padStart(9, '0')}0014${wallet}${walletVariation}`,
      agencyDigit: agencyDigit ?? '',
      accountDigit,
      bothDigit: '',
    }),
  },
}

function ownNumber({ convenio }: CollectionAccount, number: number): string {
  return `${convenio}${String(number).padStart(NUMBER_DIGITS, '0')}`
}
