import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'

const [PIXELS_A_MODULE, QUIET_ZONE] = [4, 4]

interface Rectangle {
  left: number
  top: number
  wide: number
  high: number
}

/** What the QR codes of a PDF say, in their order, read by a library that had no part in drawing them. */
export function readQrCodes(pdf: Buffer): string[] {
  return drawingsOf(pdf).flatMap(filledShapes).filter((shape) => shape.length > 50).map(decode)
}

// What stands between two fills is one shape: the rows of dark modules of a code.
function filledShapes(drawing: string): Rectangle[][] {
  return drawing.split(/\nf\n/).map((shape) =>
    [...shape.matchAll(/([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re/g)].map(([, left, top, wide, high]) => ({ left: Number(left), top: Number(top), wide: Number(wide), high: Number(high) })))
}

function decode(shape: readonly Rectangle[]): string {
  const modules = shape.filter(({ high }) => Math.abs(high - shape.at(-1)!.high) < 0.01)
  const unit = modules[0]!.high
  const [left, top] = [Math.min(...modules.map((one) => one.left)), Math.min(...modules.map((one) => one.top))]
  const columns = Math.round((Math.max(...modules.map((one) => one.left + one.wide)) - left) / unit) + 2 * QUIET_ZONE
  const side = columns * PIXELS_A_MODULE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const one of modules) {
    const [x, y, length] = [Math.round((one.left - left) / unit) + QUIET_ZONE, Math.round((one.top - top) / unit) + QUIET_ZONE, Math.round(one.wide / unit)]
    for (let row = 0; row < PIXELS_A_MODULE; row += 1) {
      const start = ((y * PIXELS_A_MODULE + row) * side + x * PIXELS_A_MODULE) * 4
      for (let at = start; at < start + length * PIXELS_A_MODULE * 4; at += 4) pixels.fill(0, at, at + 3)
    }
  }
  return readPixels(pixels, side, side)?.data ?? 'unreadable'
}

function drawingsOf(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\nendstream/g)].map(([, bytes]) => inflated(bytes!))
}

// Fonts and colour profiles are streams too; what is no drawing has no rectangles.
function inflated(bytes: string): string {
  try {
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

// The package is CommonJS; its types put the function on `default`, and Node hands it over there or itself.
const readPixels = (jsQR as unknown as { default?: typeof jsQR.default }).default ?? (jsQR as unknown as typeof jsQR.default)
