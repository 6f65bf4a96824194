import { ERROR_STATUS } from '@repactua/shared/errors/error-codes.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { expect, test } from 'vitest'

test('every code has words, and no words are without a code', () => {
  expect(Object.keys(ERROR_TEXTS).sort()).toEqual(Object.keys(ERROR_STATUS).sort())
})

test.each(Object.entries(ERROR_TEXTS))('%s says what happened and what to do now, calmly', (_code, { title, action }) => {
  for (const text of [title, action]) {
    expect(text).toMatch(/^\p{Lu}.{8,140}\.$/u)
    expect(text).not.toMatch(/!|\b[A-ZÀ-Ú]{5,}\b(?<!BASIC|PATCH)|inadimpl|imediatamente/)
  }
})

test('a refusal is 4xx; only our own trouble is 5xx', () => {
  const ours = Object.entries(ERROR_STATUS).filter(([, status]) => status >= 500).map(([code]) => code)
  expect(ours).toEqual(['unavailable', 'internal'])
})
