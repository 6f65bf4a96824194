import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const day = { uid: 'agreement_1-1', date: '2026-12-31', title: 'Parcela 1 de 12, Lojas Aurora', text: 'R$ 89,90; pague por Pix' }
const file = calendarFile([day], '2026-11-21T13:00:00.000Z')

test('a whole day, which ends on the next one', () => {
  expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(file).toContain('DTSTAMP:20261121T130000Z\r\n')
})

test('text is escaped', () => {
  expect(file).toContain('SUMMARY:Parcela 1 de 12\\, Lojas Aurora\r\n')
  expect(file).toContain('DESCRIPTION:R$ 89\\,90\\; pague por Pix\r\n')
})

test('no line is longer than 75 octets, and folding loses nothing', () => {
  const title = 'Última parcela do acordo com a Associação Beneficente São José dos Pinhais e Região Metropolitana'
  const long = calendarFile([{ ...day, title }], '2026-11-21T13:00:00Z')
  for (const line of long.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
})
