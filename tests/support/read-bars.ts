import { inflateSync } from 'node:zlib'
import { BinaryBitmap, DecodeHintType, GlobalHistogramBinarizer, ITFReader, RGBLuminanceSource } from '@zxing/library'

const [PIXELS_A_STROKE, QUIET_ZONE, PICTURE_HEIGHT] = [4, 60, 40]

/** Reads the interleaved 2 of 5 bars of a PDF by a library that had no part in drawing them. The bars are the strokes of one height in points. */
export function readBars(pdf: Buffer, height: number): string {
  const strokes = strokesOf(pdf, height)
  // The library wants the narrowest stroke in whole pixels: its check of the quiet zone counts in tens of it.
  const scale = PIXELS_A_STROKE / Math.min(...strokes.map(({ wide }) => wide))
  const start = Math.min(...strokes.map(({ left }) => left))
  const pixel = (point: number): number => QUIET_ZONE + Math.round((point - start) * scale)
  const width = pixel(Math.max(...strokes.map(({ left, wide }) => left + wide))) + QUIET_ZONE
  const grey = new Uint8ClampedArray(width * PICTURE_HEIGHT).fill(255)
  for (const { left, wide } of strokes) {
    for (let row = 0; row < PICTURE_HEIGHT; row += 1) grey.fill(0, row * width + pixel(left), row * width + pixel(left + wide))
  }
  const picture = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(grey, width, PICTURE_HEIGHT)))
  return new ITFReader().decode(picture, new Map([[DecodeHintType.ALLOWED_LENGTHS, [44]]])).getText()
}

/** The rectangles of that height that the file's pages are told to fill. */
function strokesOf(pdf: Buffer, height: number): { left: number; wide: number }[] {
  const drawing = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\nendstream/g)].map(([, bytes]) => inflated(bytes!)).join('\n')
  const rectangles = [...drawing.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map(([, left, , wide, high]) => ({ left: Number(left), wide: Number(wide), high: Number(high) }))
  return rectangles.filter(({ high }) => Math.abs(high - height) < 0.01)
}

// Fonts and colour profiles are streams too; what is no drawing has no rectangles.
function inflated(bytes: string): string {
  try {
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}
