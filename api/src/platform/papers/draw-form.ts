import type { Form, FormBox } from './paper.ts'
import { addElement, BODY, decorate, ensureRoom, setType, STRONG, type Sheet, type TypeStyle } from './sheet.ts'
import { LINE, printable, SOFT_INK } from './typography.ts'

const PADDING = 5
const LABEL: TypeStyle = { ...BODY, color: SOFT_INK }

interface Place extends FormBox {
  x: number
  width: number
}

/** Draws boxes under a frame each, as a table whose cells are named by their labels. */
export function drawForm(sheet: Sheet, { rows }: Form): void {
  const table = sheet.doc.struct('Table')
  sheet.root.add(table)
  for (const row of rows) drawBoxes(sheet, table, placesOf(sheet, row))
  table.end()
  sheet.doc.x = sheet.left
  sheet.doc.y += 8
}

function placesOf({ left, width }: Sheet, row: readonly FormBox[]): Place[] {
  const whole = row.reduce((sum, { share = 1 }) => sum + share, 0)
  let x = left
  return row.map((box) => {
    const place = { ...box, x, width: (width * (box.share ?? 1)) / whole }
    x += place.width
    return place
  })
}

function drawBoxes(sheet: Sheet, table: PDFKit.PDFStructureElement, places: readonly Place[]): void {
  const { doc } = sheet
  const labelHeight = Math.max(...places.map((box) => heightOf(sheet, LABEL, box.label, box)))
  const height = labelHeight + Math.max(...places.map((box) => heightOf(sheet, styleOf(box), box.value, box))) + 2 * PADDING
  ensureRoom(sheet, height)
  const top = doc.y
  const line = doc.struct('TR')
  table.add(line)
  for (const box of places) {
    decorate(doc, () => doc.rect(box.x, top, box.width, height).lineWidth(0.75).strokeColor(LINE).stroke())
    addElement(doc, line, 'TH', () => write(sheet, LABEL, { ...box, align: 'left' }, box.label, top + PADDING), { scope: 'Row' } as PDFKit.Mixins.StructureElementOptions)
    addElement(doc, line, 'TD', () => write(sheet, styleOf(box), box, box.value, top + PADDING + labelHeight))
  }
  line.end()
  doc.y = top + height
}

function styleOf({ strong }: FormBox): TypeStyle {
  return strong ? STRONG : BODY
}

function heightOf({ doc }: Sheet, style: TypeStyle, text: string, { width }: Place): number {
  setType(doc, style)
  return doc.heightOfString(printable(text) || ' ', { width: width - 2 * PADDING })
}

function write({ doc }: Sheet, style: TypeStyle, { x, width, align = 'left' }: Place, text: string, y: number): void {
  setType(doc, style)
  doc.text(printable(text), x + PADDING, y, { width: width - 2 * PADDING, align })
}
