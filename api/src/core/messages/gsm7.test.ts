import { expect, test } from 'vitest'
import { gsm7Length, outsideGsm7, smsParts, toGsm7 } from './gsm7.ts'

test('what the alphabet has stays, what it lacks takes its likeness', () => {
  expect(toGsm7('É à è ù ì ò Ç ñ ü ä Ö § ¿')).toBe('É à è ù ì ò Ç ñ ü ä Ö § ¿')
  expect(toGsm7('você já são opções, nº 1 — “cafe\u0301”… R$\u00a010')).toBe('voce ja sao opcoes, no 1 - "café"... R$ 10')
  expect(toGsm7('ÁÂÃÀÍÓÔÕÚ áâãíóôõúêç')).toBe('AAAAIOOOU aaaiooouec')
  expect(toGsm7('Łucja Œuvre')).toBe('Lucja OEuvre')
})

test('what has no likeness is told of', () => {
  expect(toGsm7('oi 🙂 日')).toBe('oi ? ?')
  expect(outsideGsm7('por que? 🙂 日本 🙂')).toEqual(['🙂', '日', '本'])
})

test('signs of the extension take two places, and do not lie across two parts', () => {
  expect(gsm7Length('€5 [a]')).toBe(9)
  expect(smsParts('a'.repeat(160))).toBe(1)
  expect(smsParts('a'.repeat(161))).toBe(2)
  expect(smsParts('a'.repeat(306))).toBe(2)
  expect(smsParts('a'.repeat(307))).toBe(3)
  expect(smsParts('€'.repeat(80))).toBe(1)
  expect(smsParts('a'.repeat(152) + '€'.repeat(77))).toBe(3)
})
