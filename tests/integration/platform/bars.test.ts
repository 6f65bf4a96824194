import { interleaved2of5 } from '@repactua/api/core/boleto/interleaved.ts'
import { renderPaper } from '@repactua/api/platform/papers/render-paper.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBars } from '../../support/read-bars.ts'

const SIZE = { width: 292, height: 37 }

function draw(digits: string): Promise<Buffer> {
  const blocks = [{ kind: 'bars' as const, widths: interleaved2of5(digits), size: SIZE, alt: digits }]
  return renderPaper({ title: 'Barras', language: 'pt-BR', author: 'Exemplo', createdAt: new Date('2026-11-21T15:00:00Z'), verification: null, blocks })
}

test('a reader reads the bars back from the drawing', async () => {
  const barcode = '34196166700000123451101234567880057123457000'
  expect(readBars(await draw(barcode), SIZE.height)).toBe(barcode)
})

test('whatever the digits are, they read back', async () => {
  await fc.assert(fc.asyncProperty(fc.stringMatching(/^\d{44}$/), async (digits) => {
    expect(readBars(await draw(digits), SIZE.height)).toBe(digits)
  }), { numRuns: 10 })
})
