import type { Facts, Table } from './paper.ts'
import { addElement, BODY, decorate, drawRule, ensureRoom, setType, STRONG, type Sheet, type TypeStyle } from './sheet.ts'
import { printable, SOFT_INK } from './typography.ts'

const COLUMN_GAP = 14
const ROW_PADDING = 5
const LABEL_SHARE = 0.36

interface Cell {
  text: string
  x: number
  width: number
  align: 'left' | 'right'
  style: TypeStyle
  /** TH cells say whether they name their column or their row. */
  scope?: 'Column' | 'Row'
}

const SOFT: TypeStyle = { ...BODY, color: SOFT_INK }

/** Draws a table under a rule each row; its header comes again on each page. */
export function drawTable(sheet: Sheet, { columns, rows }: Table): void {
  const places = columnPlaces(sheet, columns.map(({ share }) => share ?? 1))
  const cell = (text: string, index: number) => ({ text, align: columns[index]?.align ?? 'left', x: sheet.left, width: 0, ...places[index] })
  const header = columns.map(({ header }, index): Cell => ({ ...cell(header, index), style: STRONG, scope: 'Column' }))
  const body = rows.map((row) => row.map((text, index): Cell => ({ ...cell(text, index), style: BODY })))
  drawRows(sheet, [header, ...body], header)
}

/** Draws labels with their values, as a table of two columns whose rows are named by their label. */
export function drawFacts(sheet: Sheet, { facts }: Facts): void {
  const [labels, values] = columnPlaces(sheet, [LABEL_SHARE, 1 - LABEL_SHARE])
  if (!labels || !values) return
  const rows = facts.map(({ label, value }): Cell[] => [
    { ...labels, text: label, align: 'left', style: SOFT, scope: 'Row' },
    { ...values, text: value, align: 'left', style: BODY },
  ])
  drawRows(sheet, rows, null)
}

function columnPlaces({ left, width }: Sheet, shares: readonly number[]): { x: number; width: number }[] {
  const unit = (width - COLUMN_GAP * (shares.length - 1)) / shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share, index) => ({
    x: left + COLUMN_GAP * index + unit * shares.slice(0, index).reduce((sum, before) => sum + before, 0),
    width: unit * share,
  }))
}

function drawRows(sheet: Sheet, rows: readonly Cell[][], header: readonly Cell[] | null): void {
  const table = sheet.doc.struct('Table')
  sheet.root.add(table)
  for (const row of rows) {
    if (ensureRoom(sheet, heightOf(sheet, row)) && header && row !== header) repeatHeader(sheet, header)
    const line = sheet.doc.struct('TR')
    table.add(line)
    drawRow(sheet, row, (cell, draw) => addElement(sheet.doc, line, cell.scope ? 'TH' : 'TD', draw, scopeOption(cell)))
    line.end()
  }
  table.end()
  sheet.doc.moveDown(0.5)
}

function repeatHeader(sheet: Sheet, header: readonly Cell[]): void {
  drawRow(sheet, header, (_, draw) => decorate(sheet.doc, draw, { type: 'Pagination' }))
}

function drawRow(sheet: Sheet, row: readonly Cell[], place: (cell: Cell, draw: () => void) => void): void {
  const { doc } = sheet
  const top = doc.y
  const bottom = top + heightOf(sheet, row)
  for (const cell of row) {
    setType(doc, cell.style)
    place(cell, () => doc.text(printable(cell.text), cell.x, top + ROW_PADDING, { width: cell.width, align: cell.align }))
  }
  drawRule(sheet, bottom)
  doc.x = sheet.left
  doc.y = bottom
}

function heightOf({ doc }: Sheet, row: readonly Cell[]): number {
  const heights = row.map((cell) => {
    setType(doc, cell.style)
    return doc.heightOfString(printable(cell.text), { width: cell.width })
  })
  return Math.max(...heights) + 2 * ROW_PADDING
}

// The types of pdfkit do not know `scope` yet; pdfkit does, since 0.19.
function scopeOption({ scope }: Cell): PDFKit.Mixins.StructureElementOptions & { scope?: string } {
  return scope ? { scope } : {}
}
