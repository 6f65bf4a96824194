import fc from 'fast-check'
import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { qrRuns, qrSvg } from './qr.ts'

const BR_CODE = '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const PIXELS_A_MODULE = 4

test('a reader decodes the picture of a Pix code', () => {
  expect(decode(qrSvg(BR_CODE))).toBe(BR_CODE)
})

test('every code reads back from its picture', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\x20-\x7e]{1,200}$/), (text) => {
      expect(decode(qrSvg(text))).toBe(text)
    }),
    { numRuns: 25 },
  )
})

test('the picture and the runs of modules say the same, inside a quiet zone of four', () => {
  const { size, runs } = qrRuns(BR_CODE)
  expect(qrSvg(BR_CODE).match(/M\d+ \d+h\d+v1/g)).toHaveLength(runs.length)
  expect(Math.min(...runs.map(({ x }) => x))).toBe(4)
  expect(Math.max(...runs.map(({ x, length }) => x + length))).toBe(size - 4)
})

/** Paints the dark path of the SVG on white pixels and reads them as a camera would. */
function decode(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
  const side = size * PIXELS_A_MODULE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < PIXELS_A_MODULE; row += 1) {
      const start = ((Number(y) * PIXELS_A_MODULE + row) * side + Number(x) * PIXELS_A_MODULE) * 4
      for (let at = start; at < start + Number(length) * PIXELS_A_MODULE * 4; at += 4) pixels.fill(0, at, at + 3)
    }
  }
  return readPixels(pixels, side, side)?.data
}

// The package is CommonJS; its types put the function on `default`, and Node hands it over there or itself.
const readPixels = (jsQR as unknown as { default?: typeof jsQR.default }).default ?? (jsQR as unknown as typeof jsQR.default)
