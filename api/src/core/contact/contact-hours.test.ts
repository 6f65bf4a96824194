import { expect, test } from 'vitest'
import { isContactHour, nextContactHour, type Whereabouts } from './contact-hours.ts'
import { CONTACT_WINDOWS } from './contact-windows.ts'

const where = (state: string | null, channel: Whereabouts['channel'] = 'email', city: string | null = 'Qualquer'): Whereabouts => ({ channel, state, city })

// 2026-11-27 is a Friday. 9 to 18 of the person's own clock, in UTC.
test.each([
  ['São Paulo', where('SP'), '12:00', '21:00'],
  ['Acre', where('AC'), '14:00', '23:00'],
  ['Manaus', where('AM', 'email', 'Manaus'), '13:00', '22:00'],
  ['the west of Amazonas', where('AM', 'email', 'TABATINGA'), '14:00', '23:00'],
  ['somewhere in Amazonas', where('AM', 'email', null), '14:00', '22:00'],
  ['Mato Grosso', where('MT'), '13:00', '22:00'],
  ['Rondônia', where('RO'), '13:00', '22:00'],
  ['Roraima', where('RR'), '13:00', '22:00'],
  ['Mato Grosso do Sul', where('MS'), '13:00', '22:00'],
  ['Recife', where('PE', 'email', 'Recife'), '12:00', '21:00'],
  ['Fernando de Noronha', where('PE', 'email', 'Fernando de Noronha'), '11:00', '20:00'],
  ['somewhere in Pernambuco', where('PE', 'email', null), '12:00', '20:00'],
  ['anywhere in Brazil', where(null), '14:00', '20:00'],
  ['an SMS in São Paulo', where('SP', 'sms'), '11:00', '23:00'],
  ['a call in Rio', where('RJ', 'voice'), '12:00', '22:00'],
  ['WhatsApp in Ceará', where('CE', 'whatsapp'), '11:00', '21:00'],
  ['an SMS in Espírito Santo', where('ES', 'sms'), '11:00', '22:00'],
  ['an SMS where no law speaks of it', where('BA', 'sms'), '12:00', '21:00'],
])('%s: from %j %s to %s UTC', (_name, place, opens, closes) => {
  const at = (time: string) => new Date(`2026-11-27T${time}:00Z`)
  const before = (instant: Date) => new Date(instant.getTime() - 1)
  expect([before(at(opens)), at(opens), before(at(closes)), at(closes)].map((instant) => isContactHour(place, instant))).toEqual([false, true, true, false])
  expect(nextContactHour(place, before(at(opens)))).toEqual(at(opens))
})

test.each([
  ['a Friday evening: Monday', where('RJ'), '2026-11-27T22:00:00Z', '2026-11-30T12:00:00Z'],
  ['a Saturday morning by SMS in São Paulo: now', where('SP', 'sms'), '2026-11-28T11:00:00Z', '2026-11-28T11:00:00Z'],
  ['a Saturday after two: Monday', where('SP', 'sms'), '2026-11-28T17:00:00Z', '2026-11-30T11:00:00Z'],
  ['a Saturday by mail: Monday', where('SP'), '2026-11-28T13:00:00Z', '2026-11-30T12:00:00Z'],
  ['a Sunday: Monday', where('SP', 'sms'), '2026-11-29T13:00:00Z', '2026-11-30T11:00:00Z'],
  ['Christmas, a Friday, by SMS: Saturday', where('AL', 'sms'), '2026-12-25T13:00:00Z', '2026-12-26T11:00:00Z'],
  ['the Saturday of Carnival by mail: Ash Wednesday', where('BA'), '2026-02-14T13:00:00Z', '2026-02-18T12:00:00Z'],
  ['a holiday on a Saturday by SMS in São Paulo', where('SP', 'sms'), '2027-05-01T13:00:00Z', '2027-05-03T11:00:00Z'],
])('%s', (_name, place, now, next) => {
  expect(nextContactHour(place, new Date(now)).toISOString()).toBe(new Date(next).toISOString())
})

test('rows of one state and channel never overlap', () => {
  for (const row of CONTACT_WINDOWS) {
    const twins = CONTACT_WINDOWS.filter((other) => other !== row && other.state === row.state && other.channels.some((channel) => row.channels.includes(channel)) && other.validFrom <= (row.validTo ?? '9999') && row.validFrom <= (other.validTo ?? '9999'))
    expect(twins).toEqual([])
  }
})
