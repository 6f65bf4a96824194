import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The words of a PDF, page after page, as a reader would select them. */
export async function textOfPdf(bytes: Buffer): Promise<string> {
  const { promise, destroy } = open(bytes)
  const pdf = await promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, i) => (await pdf.getPage(i + 1)).getTextContent()))
  await destroy()
  return pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ')
}

function open(bytes: Buffer) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  return { promise: task.promise, destroy: () => task.destroy() }
}
