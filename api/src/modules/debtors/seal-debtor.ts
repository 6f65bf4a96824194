import { cpfDigits, isCpf } from '@repactua/shared/br/cpf.ts'
import type { DebtorInput } from '@repactua/shared/contract/debts.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { plainText } from '@repactua/shared/text/plain-text.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { normalisePhone } from '../../platform/phone.ts'
import type { Work } from '../../platform/work.ts'
import { phoneIndexOf } from './phone-index.ts'
import type { DebtorRow } from './debtors.repository.ts'

/** What sealing needs of a `Work`: an import seals outside of any transaction. */
export type Sealer = Pick<Work, 'keys' | 'newId' | 'clock'>

/**
 * Checks a person's data and seals them for the table. Refuses, all at once and with pointers into the body of a
 * debt, a wrong CPF or phone, a birth date in the future and a name without letters.
 */
export function sealDebtor(sealer: Sealer, creditorId: string, input: DebtorInput): Result<DebtorRow, FieldError[]> {
  const person = plainForm(input)
  const findings = findingsOf(person, input, sealer)
  return findings.length > 0 ? err(findings) : ok(sealRow(sealer, creditorId, person))
}

interface Person {
  cpf: string
  name: string
  birthDate: string | null
  email: string | null
  phone: string | null
  state: string | null
  city: string | null
}

function plainForm(input: DebtorInput): Person {
  return {
    cpf: cpfDigits(input.cpf),
    name: plainText(input.name),
    birthDate: input.birthDate ?? null,
    email: input.email ?? null,
    phone: input.phone === undefined ? null : normalisePhone(input.phone),
    state: input.state ?? null,
    city: input.city === undefined ? null : plainText(input.city) || null,
  }
}

function findingsOf(person: Person, input: DebtorInput, { clock }: Sealer): FieldError[] {
  const findings: FieldError[] = []
  if (!isCpf(person.cpf)) findings.push(finding('/debtor/cpf', 'invalid_cpf'))
  if (!/\p{L}/u.test(person.name)) findings.push({ pointer: '/debtor/name', code: 'wrong_format', message: 'Informe o nome da pessoa.' })
  if (person.birthDate !== null && person.birthDate > clock.today()) findings.push(finding('/debtor/birthDate', 'date_in_future'))
  if (input.phone !== undefined && person.phone === null) findings.push(finding('/debtor/phone', 'invalid_phone'))
  return findings
}

function finding(pointer: string, code: ErrorCode): FieldError {
  return { pointer, code, message: `${ERROR_TEXTS[code].title} ${ERROR_TEXTS[code].action}` }
}

function sealRow({ keys, newId, clock }: Sealer, creditorId: string, person: Person): DebtorRow {
  const { cpf, name, birthDate, email, phone, state, city } = person
  const sealed = (text: string | null) => (text === null ? null : keys.seal(text))
  const now = clock.now()
  return {
    creditorId,
    id: newId(),
    cpfIndex: keys.cpfIndex(cpf),
    cpfSealed: keys.seal(cpf),
    nameSealed: keys.seal(name),
    birthDateSealed: sealed(birthDate),
    emailSealed: sealed(email),
    // With the CPF, so that nobody sees from it who shares an address.
    emailMac: email === null ? null : keys.mac('email', `${cpf}:${email}`),
    emailSince: now,
    phoneSealed: sealed(phone),
    phoneIndex: phone === null ? null : phoneIndexOf(keys, phone),
    state,
    city,
    // Two seals of one text differ, so it is this keyed hash that tells an unchanged person.
    fingerprint: keys.mac('debtor', JSON.stringify([cpf, name, birthDate, email, phone, state, city])),
    createdAt: now,
    updatedAt: now,
  }
}
