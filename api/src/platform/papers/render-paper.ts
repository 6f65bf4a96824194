import { buffer } from 'node:stream/consumers'
import { drawBlock } from './draw-block.ts'
import type { Paper } from './paper.ts'
import { BODY, decorate, drawRule, openSheet, setType, type Sheet } from './sheet.ts'
import { printable, SOFT_INK } from './typography.ts'

/** From the bottom edge of the page up to the rule above the foot, in points. */
const FOOT_HEIGHT = 84

/** Makes the paper a tagged PDF/A-1b file. The same paper gives the same bytes, whatever the clock says. */
export async function renderPaper(paper: Paper): Promise<Buffer> {
  const sheet = openSheet(paper)
  const bytes = buffer(sheet.doc)
  for (const block of paper.blocks) drawBlock(sheet, block)
  sheet.root.end()
  drawFeet(sheet, paper.verification)
  sheet.doc.end()
  return bytes
}

function drawFeet(sheet: Sheet, verification: Paper['verification']): void {
  const { start, count } = sheet.doc.bufferedPageRange()
  for (let index = start; index < start + count; index += 1) {
    sheet.doc.switchToPage(index)
    drawFoot(sheet, `Página ${index - start + 1} de ${count}`, verification)
  }
}

function drawFoot(sheet: Sheet, pageText: string, verification: Paper['verification']): void {
  const { doc, left, width } = sheet
  const top = doc.page.height - FOOT_HEIGHT
  // Text below the bottom margin would turn the page.
  doc.page.margins.bottom = 0
  drawRule(sheet, top)
  setType(doc, { ...BODY, color: SOFT_INK })
  const write = (text: string, y: number, align: 'left' | 'right'): void =>
    decorate(doc, () => doc.text(printable(text), left, y, { width, align, lineBreak: align === 'right' }), { type: 'Pagination', attached: ['Bottom'] })
  write(pageText, top + 10, 'right')
  if (!verification) return
  write(`Código de verificação: ${verification.code}`, top + 10, 'left')
  write(`Confira em ${verification.url}`, top + 28, 'left')
}
