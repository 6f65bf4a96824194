import { expect, test } from 'vitest'
import { forget, forgetAll, recall, remember } from './tab-memory.ts'

test('what is remembered is recalled, with or without storage', () => {
  remember('repactua.a', { ids: ['x'] })
  expect(recall('repactua.a')).toEqual({ ids: ['x'] })
})

test('what is forgotten is gone', () => {
  remember('repactua.a', 1)
  remember('repactua.b', 2)
  forget('repactua.a')
  expect(recall('repactua.a')).toBeNull()
  forgetAll()
  expect(recall('repactua.b')).toBeNull()
})
