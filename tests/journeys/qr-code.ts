import jsQr from 'jsqr'
import { PNG } from 'pngjs'

/** What a phone's camera would read in a picture, or null. */
export function qrCodeIn(picture: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(picture)
  return jsQr.default(new Uint8ClampedArray(data), width, height)?.data ?? null
}
