import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DebtorInput } from '@repactua/shared/contract/debts.ts'
import { createKeys } from '../../platform/crypto/keys.ts'
import { sealDebtor } from './seal-debtor.ts'

const keys = createKeys({ encryption: [{ version: 1, key: randomBytes(32) }], index: randomBytes(32), audit: randomBytes(32) })
const sealer = { keys, newId: () => '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f', clock: { now: () => new Date('2026-11-21T12:00:00Z'), today: () => '2026-11-21' } }
const ana: DebtorInput = { cpf: '529.982.247-25', name: '  Ana\u0000  de Exemplo ', birthDate: '1990-01-31', email: 'ana@exemplo.test', phone: '(11) 91234-5678', state: 'SP', city: 'São Paulo' }

function seal(input: DebtorInput) {
  const sealed = sealDebtor(sealer, 'c', input)
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.error))
  return sealed.value
}

test('seals the plain form of each field', () => {
  const row = seal(ana)
  const opened = [row.cpfSealed, row.nameSealed, row.birthDateSealed, row.emailSealed, row.phoneSealed].map((bytes) => bytes && keys.open(bytes))
  expect(opened).toEqual(['52998224725', 'Ana de Exemplo', '1990-01-31', 'ana@exemplo.test', '+5511912345678'])
  expect(row.cpfIndex).toEqual(keys.cpfIndex('52998224725'))
})

test('an unchanged person is known by the fingerprint, whatever the mask', () => {
  expect(seal({ ...ana, cpf: '52998224725', phone: '+55 11 91234-5678' }).fingerprint).toEqual(seal(ana).fingerprint)
  expect(seal({ ...ana, city: 'Santos' }).fingerprint).not.toEqual(seal(ana).fingerprint)
})

test('an absent contact stays absent', () => {
  expect(seal({ cpf: ana.cpf, name: 'Ana' })).toMatchObject({ emailSealed: null, phoneSealed: null, birthDateSealed: null, state: null, city: null })
})

test('all that is wrong is told at once, with pointers into the body of a debt', () => {
  const sealed = sealDebtor(sealer, 'c', { cpf: '529.982.247-26', name: ' .. ', birthDate: '2026-11-22', phone: '11 1234' })
  expect(sealed.ok ? [] : sealed.error.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/debtor/cpf', 'invalid_cpf'],
    ['/debtor/name', 'wrong_format'],
    ['/debtor/birthDate', 'date_in_future'],
    ['/debtor/phone', 'invalid_phone'],
  ])
})

test('today is not in the future', () => {
  expect(sealDebtor(sealer, 'c', { ...ana, birthDate: '2026-11-21' }).ok).toBe(true)
})
