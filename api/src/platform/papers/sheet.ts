import PDFDocument from 'pdfkit'
import type { Paper } from './paper.ts'
import { BODY_SIZE, fontFile, INK, LINE, printable } from './typography.ts'

/** Blank edge of a page in points; the foot leaves room for two lines. */
const MARGINS = { top: 56, left: 56, right: 56, bottom: 104 }

/** A paper being drawn: the document, its root of structure, and the column of text. */
export interface Sheet {
  doc: PDFKit.PDFDocument
  root: PDFKit.PDFStructureElement
  left: number
  width: number
}

export type TypeStyle = { face: 'regular' | 'bold'; size: number; color: string }
export const BODY: TypeStyle = { face: 'regular', size: BODY_SIZE, color: INK }
export const STRONG: TypeStyle = { ...BODY, face: 'bold' }

/** Opens an empty A4 sheet: tagged, PDF/A-1b, fonts embedded, its date the paper's own. */
export function openSheet(paper: Paper): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    pdfVersion: '1.4',
    subset: 'PDF/A-1b',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    font: fontFile('regular') as unknown as string,
    info: { Title: paper.title, Author: paper.author, Creator: 'Repactua', Producer: 'Repactua', CreationDate: paper.createdAt },
  })
  doc.registerFont('regular', fontFile('regular')).registerFont('bold', fontFile('bold'))
  const root = doc.struct('Document')
  doc.addStructure(root)
  return { doc, root, left: MARGINS.left, width: doc.page.width - MARGINS.left - MARGINS.right }
}

/** Writes a text that flows over pages where it must, under one tag of structure. */
export function writeText({ doc, left, width }: Sheet, parent: PDFKit.PDFStructureElement, tag: string, text: string, style: TypeStyle): void {
  setType(doc, style)
  addElement(doc, parent, tag, () => doc.text(printable(text), left, doc.y, { width, lineGap: 3 }))
}

/** Puts one element of structure with its drawing below a parent. */
export function addElement(doc: PDFKit.PDFDocument, parent: PDFKit.PDFStructureElement, tag: string, draw: () => void, options: PDFKit.Mixins.StructureElementOptions = {}): void {
  const element = doc.struct(tag, options)
  parent.add(element)
  element.add(draw).end()
}

/** Draws what is decoration: readers of the structure pass it over. */
export function decorate(doc: PDFKit.PDFDocument, draw: () => void, options: PDFKit.Mixins.MarkingOptions = { type: 'Layout' }): void {
  doc.markContent('Artifact', options)
  draw()
  doc.endMarkedContent()
}

export function drawRule({ doc, left, width }: Sheet, y: number): void {
  decorate(doc, () => doc.moveTo(left, y).lineTo(left + width, y).lineWidth(0.75).strokeColor(LINE).stroke())
}

/** Turns the page unless so many points are left on it. */
export function ensureRoom({ doc }: Sheet, height: number): boolean {
  const turns = doc.y + height > doc.page.height - doc.page.margins.bottom
  if (turns) doc.addPage()
  return turns
}

export function setType(doc: PDFKit.PDFDocument, { face, size, color }: TypeStyle): void {
  doc.font(face).fontSize(size).fillColor(color)
}
