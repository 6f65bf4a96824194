import { expect, test } from 'vitest'
import { brandColors, brandMark, contrast } from './brand-colors.ts'

const COLORS = ['#ffffff', '#000000', '#ffd400', '#7a2d8f', '#b3261e', '#0a6b52', '#808080', '#00ff00', '#0000ff', '#ff66cc', '#12151a']

test.each(COLORS)('%s reads as text and on its own button, on light paper', (color) => {
  const { light } = brandColors(color)
  for (const ground of ['#fbf9f6', '#ffffff', light.brandSoft, light.onBrand]) {
    expect(contrast(light.brand, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(light.brandStrong, ground)).toBeGreaterThanOrEqual(4.5)
  }
})

test.each(COLORS)('%s reads as text and on its own button, on dark paper', (color) => {
  const { dark } = brandColors(color)
  for (const ground of ['#171512', '#211e1a', dark.brandSoft, dark.onBrand]) {
    expect(contrast(dark.brand, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark.brandStrong, ground)).toBeGreaterThanOrEqual(4.5)
  }
})

test.each(COLORS)('body ink reads on the soft shade of %s', (color) => {
  const { light, dark } = brandColors(color)
  expect(contrast('#1c1a17', light.brandSoft)).toBeGreaterThanOrEqual(4.5)
  expect(contrast('#f3eee6', dark.brandSoft)).toBeGreaterThanOrEqual(4.5)
})

test('a colour that already reads is kept as it is', () => {
  expect(brandColors('#7a2d8f').light.brand).toBe('#7a2d8f')
})

test.each(COLORS)('the initial reads on a badge in %s', (color) => {
  const { mark, onMark } = brandMark(color)
  expect(mark).toBe(color)
  expect(contrast(mark, onMark)).toBeGreaterThanOrEqual(4.5)
})

test('contrast of black and white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
