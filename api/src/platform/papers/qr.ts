import QRCode from 'qrcode'

/** Light modules that a reader needs around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** Dark modules side by side: first column, row, and how many. */
export interface QrRun {
  x: number
  y: number
  length: number
}

/** A QR code of the text as rows of dark modules; `size` counts the modules of a side, quiet zone included. */
export function qrRuns(text: string): { size: number; runs: QrRun[] } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const lines = Array.from({ length: modules.size }, (_, row) => Array.from({ length: modules.size }, (_, column) => Boolean(modules.get(row, column))))
  return { size: modules.size + 2 * QUIET_ZONE, runs: lines.flatMap((line, row) => runsOf(line, row + QUIET_ZONE)) }
}

/** A QR code as an SVG picture, dark on white in any theme. It has no size of its own: the page gives it one. */
export function qrSvg(text: string): string {
  const { size, runs } = qrRuns(text)
  const path = runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
  )
}

function runsOf(line: readonly boolean[], y: number): QrRun[] {
  const text = line.map((dark) => (dark ? '#' : ' ')).join('')
  return [...text.matchAll(/#+/g)].map((match) => ({ x: match.index + QUIET_ZONE, y, length: match[0].length }))
}
