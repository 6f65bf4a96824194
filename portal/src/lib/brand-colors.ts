type Rgb = readonly [number, number, number]

export interface BrandShades {
  brand: string
  brandStrong: string
  brandSoft: string
  onBrand: string
}

/** The creditor's colour as it is, for its badge, and the ink that reads best on it. */
export interface BrandMark {
  mark: string
  onMark: string
}

const PAPER: Rgb = [0xfb, 0xf9, 0xf6]
const DARK_CARD: Rgb = [0x21, 0x1e, 0x1a]
const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
const DARK_INK: Rgb = [0x14, 0x12, 0x10]
/** WCAG 2.2, 1.4.3: text. Controls need 3:1 (1.4.11), which text contrast covers. */
const TEXT_CONTRAST = 4.5
const STEP = 0.04

/** A creditor's colour ("#rrggbb") as shades that read as text and as buttons, on light and on dark paper. */
export function brandColors(color: string): { light: BrandShades; dark: BrandShades } {
  const base = readHex(color)
  return { light: lightShades(base), dark: darkShades(base) }
}

/** A badge needs no change of colour: white or black reads on every ground. */
export function brandMark(color: string): BrandMark {
  const base = readHex(color)
  const ink = contrastOf(base, WHITE) >= TEXT_CONTRAST ? WHITE : BLACK
  return { mark: toHex(base), onMark: toHex(ink) }
}

/** WCAG contrast of two "#rrggbb" colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  return contrastOf(readHex(one), readHex(other))
}

function lightShades(base: Rgb): BrandShades {
  const soft = mix(base, WHITE, 0.9)
  const brand = moveUntilItReads(base, BLACK, [PAPER, soft])
  return { brand: toHex(brand), brandStrong: toHex(mix(brand, BLACK, 0.25)), brandSoft: toHex(soft), onBrand: toHex(WHITE) }
}

function darkShades(base: Rgb): BrandShades {
  const soft = mix(base, DARK_CARD, 0.82)
  const brand = moveUntilItReads(base, WHITE, [DARK_CARD, soft, DARK_INK])
  return { brand: toHex(brand), brandStrong: toHex(mix(brand, WHITE, 0.3)), brandSoft: toHex(soft), onBrand: toHex(DARK_INK) }
}

function moveUntilItReads(base: Rgb, towards: Rgb, grounds: readonly Rgb[]): Rgb {
  for (let share = 0; share < 1; share += STEP) {
    const shade = mix(base, towards, share)
    if (grounds.every((ground) => contrastOf(shade, ground) >= TEXT_CONTRAST)) return shade
  }
  return towards
}

// `share` of the second colour, the rest of the first; rounded, since that is what the screen gets.
function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const channel = (i: 0 | 1 | 2) => Math.round(one[i] * (1 - share) + other[i] * share)
  return [channel(0), channel(1), channel(2)]
}

function contrastOf(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function readHex(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function toHex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
