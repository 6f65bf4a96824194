import { cpfCheckDigits } from '@repactua/shared/br/cpf.ts'
import type { DebtorInput } from '@repactua/shared/contract/debts.ts'
import { addDays, addMonths, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { FIRST_NAMES, LAST_NAMES, TOWNS } from './names.ts'
import type { Random } from './random.ts'

/** One in nine people left no phone. */
const WITHOUT_PHONE = 1 / 9

/** An invented person, the same for the same number and draws. Each number has a CPF of its own. */
export function inventPerson(number: number, random: Random, today: LocalDate): DebtorInput {
  const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)} ${random.pick(LAST_NAMES)}`
  const town = random.pick(TOWNS)
  const birthDate = birthDateOf(random, today)
  const hasPhone = random.fraction() > WITHOUT_PHONE
  return {
    cpf: inventedCpf(number),
    name,
    birthDate,
    email: emailOf(name, number),
    ...(hasPhone ? { phone: phoneOf(town.ddd, number) } : {}),
    state: town.state,
    city: town.city,
  }
}

/** "Márcia Souza Lima", 42 -> "marcia.lima.0042@exemplo.test". */
export function emailOf(name: string, number: number): string {
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(' ')
  return `${words.at(0)}.${words.at(-1)}.${String(number).padStart(4, '0')}@exemplo.test`
}

/** A mobile number of a plainly made-up row: 9 0000 and up, then the person's number. */
export function phoneOf(ddd: string, number: number): string {
  return `+55${ddd}90${String(number).padStart(7, '0')}`
}

// A step without a common factor walks through 900 million numbers before it meets one again.
function inventedCpf(number: number): string {
  const nine = String(100_000_000 + ((number * 7_919_317) % 900_000_000))
  return nine + cpfCheckDigits(nine)
}

// The sum of three draws is a hill: few of 19 or 85 years, most around 45.
function birthDateOf(random: Random, today: LocalDate): LocalDate {
  const years = 19 + Math.floor(22 * (random.fraction() + random.fraction() + random.fraction() * 0.8))
  return addDays(addMonths(today, -12 * years), -random.whole(1, 364))
}
