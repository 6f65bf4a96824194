import type { BoletoAccountInput } from '@repactua/shared/contract/boletos.ts'
import { expect, test } from 'vitest'
import { rangeAfter, wrongFieldsOf } from './account.rules.ts'

const itau: BoletoAccountInput = { bank: '341', agency: '0057', account: '12345', accountDigit: '7', wallet: '109', firstNumber: 1, lastNumber: 99_999_999 }
const bb: BoletoAccountInput = { bank: '001', agency: '1234', agencyDigit: '3', account: '123456', accountDigit: 'X', wallet: '17', walletVariation: '019', convenio: '3432568', firstNumber: 1, lastNumber: 9_999_999_999 }

test.each([itau, bb])('takes what the bank expects', (input) => expect(wrongFieldsOf(input)).toEqual([]))

test.each([
  [{ ...itau, accountDigit: '8' }, ['/accountDigit']],
  [{ ...itau, account: '123456', wallet: '17' }, ['/account', '/accountDigit', '/wallet']],
  [{ ...itau, convenio: '3432568', lastNumber: 100_000_000 }, ['/convenio', '/lastNumber']],
  [{ ...bb, firstNumber: 9, lastNumber: 8 }, ['/lastNumber']],
  [{ ...bb, agencyDigit: undefined, walletVariation: undefined, convenio: undefined, account: '123456789', wallet: '117' } as unknown as BoletoAccountInput, ['/agencyDigit', '/account', '/wallet', '/walletVariation', '/convenio']],
])('names what it would not: %#', (input, pointers) => expect(wrongFieldsOf(input).map(({ pointer }) => pointer)).toEqual(pointers))

const standing = { firstNumber: 100, lastNumber: 199, nextNumber: 150 }
test.each([
  ['a longer range goes on', { firstNumber: 100, lastNumber: 999 }, { ok: true, value: { firstNumber: 100, lastNumber: 999, nextNumber: 150 } }],
  ['a range may end with its last used number', { firstNumber: 100, lastNumber: 149 }, { ok: true, value: { firstNumber: 100, lastNumber: 149, nextNumber: 150 } }],
  ['no used number is cut off', { firstNumber: 100, lastNumber: 148 }, { ok: false, error: 'boleto_numbers_taken' }],
  ['another range begins after what is used', { firstNumber: 150, lastNumber: 160 }, { ok: true, value: { firstNumber: 150, lastNumber: 160, nextNumber: 150 } }],
  ['and never before', { firstNumber: 149, lastNumber: 500 }, { ok: false, error: 'boleto_numbers_taken' }],
])('%s', (_name, wanted, after) => expect(rangeAfter(standing, wanted)).toEqual(after))
