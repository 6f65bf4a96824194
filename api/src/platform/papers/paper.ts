/** A paper in plain words: what stands on it, in order. Nothing here knows what the paper is about. */
export interface Paper {
  title: string
  language: 'pt-BR'
  author: string
  /** Stands in the file as its date, so that the same paper is the same bytes at any hour. */
  createdAt: Date
  blocks: readonly PaperBlock[]
  /** Printed at the foot of each page; null on a draft, which nobody can verify yet. */
  verification: { code: string; url: string } | null
}

export type PaperBlock = Heading | Paragraph | Facts | Table | Form | Bars | Qr | Rule | Spacer | Room

export interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3
  text: string
}

export interface Paragraph {
  kind: 'paragraph'
  text: string
  strong?: boolean
  /** Stands close to the next one, as the lines of a list do. */
  tight?: boolean
}

/** Labels with their values, one pair a line. */
export interface Facts {
  kind: 'facts'
  facts: readonly { label: string; value: string }[]
}

export interface Table {
  kind: 'table'
  columns: readonly TableColumn[]
  /** One text for each column. */
  rows: readonly (readonly string[])[]
}

export interface TableColumn {
  header: string
  align: 'left' | 'right'
  /** Share of the table's width against the other columns; 1 when left out. */
  share?: number
}

/** Boxes of a printed form, row by row: a small label with its value below, each named to who hears the paper. */
export interface Form {
  kind: 'form'
  rows: readonly (readonly FormBox[])[]
}

export interface FormBox {
  label: string
  value: string
  strong?: boolean
  align?: 'left' | 'right'
  /** Share of the row's width against the other boxes; 1 when left out. */
  share?: number
}

/** A barcode: dark and light strokes in turn, dark first. */
export interface Bars {
  kind: 'bars'
  /** Widths in units of the narrowest stroke. */
  widths: readonly number[]
  /** Width and height of all strokes, in points. */
  size: { width: number; height: number }
  /** What somebody who cannot see it hears instead. */
  alt: string
}

export interface Qr {
  kind: 'qr'
  /** What the code says. */
  text: string
  /** What somebody who cannot see it hears instead. */
  alt: string
  /** Stands beside the code. */
  caption: string
}

export interface Rule {
  kind: 'rule'
}

export interface Spacer {
  kind: 'spacer'
  /** Height in points. */
  points: number
}

/** What follows starts a new page unless this height is left, so that it stays together. */
export interface Room {
  kind: 'room'
  /** Height in points. */
  points: number
}
