import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { Paper, PaperBlock } from './paper.ts'
import { renderPaper } from './render-paper.ts'

const BLOCKS: PaperBlock[] = [
  { kind: 'heading', level: 1, text: 'Carta de quitação' },
  { kind: 'paragraph', text: 'Recebemos de você R$\u00a01.083,23 — “João” não deve mais nada: ação, pôr, à, ü, º, §.' },
  { kind: 'facts', facts: [{ label: 'Credor', value: 'Colégio Jacarandá' }, { label: 'CNPJ', value: '12.ABC.345/01DE-35' }] },
  { kind: 'heading', level: 2, text: 'Parcelas' },
  {
    kind: 'table',
    columns: [{ header: 'Número', align: 'left' }, { header: 'Vencimento', align: 'left', share: 2 }, { header: 'Valor', align: 'right' }],
    rows: [['1', '10 de dezembro', 'R$ 90,00'], ['2', '10 de janeiro', 'R$ 90,01']],
  },
  { kind: 'rule' },
  { kind: 'qr', text: 'https://exemplo.test/v/ABCD', alt: 'Código QR do endereço de verificação', caption: 'Leia o código ao lado.' },
  { kind: 'spacer', points: 10 },
  { kind: 'paragraph', text: 'Obrigado.', strong: true },
]

test('the words come back in order, with their accents', async () => {
  const { text } = await read(paperOf(BLOCKS))
  const expected = [
    'Carta de quitação', 'Recebemos de você R$ 1.083,23 — “João” não deve mais nada: ação, pôr, à, ü, º, §.', 'Credor', 'Colégio Jacarandá', 'CNPJ', '12.ABC.345/01DE-35',
    'Parcelas', 'Número', 'Vencimento', 'Valor', '1', '10 de dezembro', 'R$ 90,00', '2', '10 de janeiro', 'R$ 90,01', 'Leia o código ao lado.', 'Obrigado.',
    'Página 1 de 1', 'Código de verificação: ABCD-EFGH', 'Confira em https://exemplo.test/v',
  ]
  expect(text).toBe(expected.join(' '))
})

test('the same paper is the same bytes, another paper is not', async () => {
  const once = await renderPaper(paperOf(BLOCKS))
  expect((await renderPaper(paperOf(BLOCKS))).equals(once)).toBe(true)
  expect((await renderPaper({ ...paperOf(BLOCKS), createdAt: new Date('2026-11-22T13:00:00Z') })).equals(once)).toBe(false)
})

test('fonts are embedded, the file says PDF/A-1b, its language and its title', async () => {
  const source = (await renderPaper(paperOf(BLOCKS))).toString('latin1')
  expect(source.startsWith('%PDF-1.4')).toBe(true)
  expect(source.match(/\/FontFile2 /g)).toHaveLength(2)
  expect(source.match(/\/BaseFont \/\w+\+Figtree-(Regular|Bold)/g)).toHaveLength(4)
  expect(source).not.toMatch(/Helvetica/)
  expect(source).toMatch(/<pdfaid:part>1<\/pdfaid:part>\s*<pdfaid:conformance>B</)
  expect(source).toContain('/Lang (pt-BR)')
  expect(source).toContain('(D:20261121130000Z)')
  expect((await read(paperOf(BLOCKS))).title).toBe('Carta de quitação')
})

test('the structure names headings, paragraphs, tables and the picture', async () => {
  const { tags } = await read(paperOf(BLOCKS))
  expect(tags).toEqual([
    'Document', 'H1', 'P',
    'Table', 'TR', 'TH', 'TD', 'TR', 'TH', 'TD',
    'H2',
    'Table', 'TR', 'TH', 'TH', 'TH', 'TR', 'TD', 'TD', 'TD', 'TR', 'TD', 'TD', 'TD',
    'Figure', 'P', 'P',
  ])
  expect((await renderPaper(paperOf(BLOCKS))).toString('latin1').match(/\/Scope \/(Column|Row)/g)).toHaveLength(5)
})

test('no word is smaller than 12 points (CDC 54 §3)', async () => {
  const { sizes } = await read(paperOf(BLOCKS))
  expect(Math.min(...sizes)).toBe(12)
})

test('long papers turn the page between rows, repeat the header and number every page', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => [String(index + 1), 'linha', 'R$ 1,00'])
  const table: PaperBlock = { kind: 'table', columns: [{ header: 'Nº', align: 'left' }, { header: 'Cabeçalho', align: 'left' }, { header: 'Valor', align: 'right' }], rows }
  const { text, pages, tags } = await read(paperOf([table, { kind: 'paragraph', text: 'palavra '.repeat(2000) }]))
  expect(pages).toBeGreaterThan(4)
  expect(text.match(/Cabeçalho/g)!.length).toBeGreaterThan(2)
  expect(text).toContain(`Página ${pages} de ${pages}`)
  expect(text.match(/Código de verificação/g)).toHaveLength(pages)
  expect(text.match(/palavra/g)).toHaveLength(2000)
  expect(tags.filter((tag) => tag === 'TH')).toHaveLength(3)
  expect(tags.filter((tag) => tag === 'TR')).toHaveLength(91)
})

test('a draft has page numbers and no code', async () => {
  const { text } = await read({ ...paperOf([{ kind: 'paragraph', text: 'Rascunho' }]), verification: null })
  expect(text).toBe('Rascunho Página 1 de 1')
})

test('letters that the font lacks become plain ones', async () => {
  const { text } = await read({ ...paperOf([{ kind: 'paragraph', text: 'Ňuño Šimić a\u0301\tb 東' }]), verification: null })
  expect(text).toBe('Nuño Simic á b ? Página 1 de 1')
})

function paperOf(blocks: readonly PaperBlock[]): Paper {
  return {
    title: 'Carta de quitação',
    language: 'pt-BR',
    author: 'Lojas Aurora',
    createdAt: new Date('2026-11-21T13:00:00Z'),
    blocks,
    verification: { code: 'ABCD-EFGH', url: 'https://exemplo.test/v' },
  }
}

async function read(paper: Paper) {
  const document = await getDocument({ data: new Uint8Array(await renderPaper(paper)), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))
  const items = (await Promise.all(pages.map((page) => page.getTextContent()))).flatMap((content) => content.items)
  const words = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
  const { info } = await document.getMetadata()
  return {
    text: words.map(({ str }) => str).join(' ').replace(/\s+/g, ' ').trim(),
    sizes: words.map(({ height }) => height),
    pages: document.numPages,
    title: (info as { Title: string }).Title,
    tags: structureOf(await renderPaper(paper)),
  }
}

/** The tags in the order of reading, from the file's own structure tree. */
function structureOf(bytes: Buffer): string[] {
  const objects = new Map([...bytes.toString('latin1').matchAll(/^(\d+) 0 obj\n(<<[\s\S]*?)\nendobj/gm)].map(([, id, body]) => [id!, body!]))
  const root = [...objects.values()].find((body) => body.includes('/Type /StructTreeRoot'))!
  const kids = (body: string): string[] => [...(/\/K \[([^\]]*)\]/.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => id!)
  const walk = (id: string): string[] => {
    const tag = /\/S \/(\w+)/.exec(objects.get(id)!)?.[1]
    return tag ? [tag, ...kids(objects.get(id)!).flatMap(walk)] : []
  }
  return kids(root).flatMap(walk)
}
