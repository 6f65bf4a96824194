import type { Bars } from './paper.ts'
import { addElement, ensureRoom, type Sheet } from './sheet.ts'

/** Light strip that a reader needs at either end, in narrow strokes (ISO/IEC 16390 asks for ten). */
const QUIET_ZONE = 10

/** Draws a barcode as filled strokes, clear of everything else. */
export function drawBars(sheet: Sheet, { widths, size, alt }: Bars): void {
  ensureRoom(sheet, size.height + 8)
  const { doc, left } = sheet
  const unit = size.width / widths.reduce((sum, width) => sum + width, 0)
  const top = doc.y
  const draw = (): void => {
    let at = left + QUIET_ZONE * unit
    for (const [i, width] of widths.entries()) {
      if (i % 2 === 0) doc.rect(at, top, width * unit, size.height)
      at += width * unit
    }
    doc.fill('#000000')
  }
  addElement(doc, sheet.root, 'Figure', draw, { alt })
  doc.y = top + size.height + 8
}
