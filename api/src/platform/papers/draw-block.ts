import { drawBars } from './draw-bars.ts'
import { drawForm } from './draw-form.ts'
import { drawFacts, drawTable } from './draw-grid.ts'
import type { Heading, PaperBlock, Paragraph, Qr } from './paper.ts'
import { qrRuns } from './qr.ts'
import { addElement, BODY, drawRule, ensureRoom, STRONG, writeText, type Sheet } from './sheet.ts'
import { HEADING_SIZE } from './typography.ts'

/** A heading stays on the page of what follows it: room for itself and some lines. */
const HEADING_COMPANY = 72
/** Side of a QR code in points, about 4 cm: read from a screen and from paper. */
const QR_SIDE = 113
const QR_GAP = 12
/** A rule stays on the page of what follows it: a heading with company, or a QR code. */
const RULE_COMPANY = 131

/** Draws one block below what stands on the sheet, on a new page where it needs one. */
export function drawBlock(sheet: Sheet, block: PaperBlock): void {
  const draw = DRAW[block.kind] as (sheet: Sheet, block: PaperBlock) => void
  draw(sheet, block)
}

const DRAW: { [K in PaperBlock['kind']]: (sheet: Sheet, block: Extract<PaperBlock, { kind: K }>) => void } = {
  heading: drawHeading,
  paragraph: drawParagraph,
  facts: drawFacts,
  table: drawTable,
  form: drawForm,
  bars: drawBars,
  qr: drawQr,
  rule: drawLine,
  spacer: ({ doc }, { points }) => void (doc.y += points),
  room: (sheet, { points }) => void ensureRoom(sheet, points),
}

function drawLine(sheet: Sheet): void {
  ensureRoom(sheet, RULE_COMPANY)
  drawRule(sheet, sheet.doc.y + 6)
  sheet.doc.y += 18
}

function drawHeading(sheet: Sheet, { level, text }: Heading): void {
  const turned = ensureRoom(sheet, HEADING_SIZE[level] + HEADING_COMPANY)
  if (level > 1 && !turned) sheet.doc.y += 8
  writeText(sheet, sheet.root, `H${level}`, text, { ...STRONG, size: HEADING_SIZE[level] })
  sheet.doc.y += 6
}

function drawParagraph(sheet: Sheet, { text, strong, tight }: Paragraph): void {
  writeText(sheet, sheet.root, 'P', text, strong ? STRONG : BODY)
  sheet.doc.y += tight ? 0 : 8
}

// The caption stands beside the code, so that no page ends between the two.
function drawQr(sheet: Sheet, { text, alt, caption }: Qr): void {
  ensureRoom(sheet, QR_SIDE)
  const { doc, left, width } = sheet
  const { size, runs } = qrRuns(text)
  const top = doc.y
  const unit = QR_SIDE / size
  const draw = (): void => {
    for (const { x, y, length } of runs) doc.rect(left + x * unit, top + y * unit, length * unit, unit)
    doc.fill('#000000')
  }
  addElement(doc, sheet.root, 'Figure', draw, { alt })
  const indent = QR_SIDE + QR_GAP
  doc.y = top + QR_SIDE / 3
  writeText({ ...sheet, left: left + indent, width: width - indent }, sheet.root, 'P', caption, BODY)
  doc.y = top + QR_SIDE + 8
}
