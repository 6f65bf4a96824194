import { expect, test } from 'vitest'
import { paths, patterns } from './paths.ts'

test('each address matches its pattern', () => {
  for (const [name, pattern] of Object.entries(patterns)) {
    const path = paths[name as keyof typeof patterns]
    const address = typeof path === 'function' ? path('x') : path
    expect(address).toMatch(new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`))
  }
})

test('a code with odd characters stays one segment', () => {
  expect(paths.verification('AB/12')).toBe('/verificar/AB%2F12')
})
