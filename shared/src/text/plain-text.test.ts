import { expect, test } from 'vitest'
import { LINE_PATTERN, plainText } from './plain-text.ts'

const isLine = (text: string) => new RegExp(LINE_PATTERN, 'u').test(text)

test.each([
  ['  Sofá  de \t canto\r\n', 'Sofá de canto'],
  ['Sofá\n\n3. O que fica combinado\nNada', 'Sofá 3. O que fica combinado Nada'],
  ['um\u2028dois\u2029três\u0085quatro', 'um dois três quatro'],
  ['\u202e00,001 $R\u202c pago', '00,001 $R pago'],
  ['👩‍👧 família', '👩‍👧 família'],
])('%j is plainly %j', (text, plain) => {
  expect(plainText(text)).toBe(plain)
  expect(isLine(plain)).toBe(true)
})

test.each(['a\nb', 'a\u202eb', 'a\u0000', ' ', '…', ''])('%j is no line', (text) => expect(isLine(text)).toBe(false))
