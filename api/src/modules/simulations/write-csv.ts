import type { SimulatedOffers, SimulatedPolicy, SimulationResult } from '@repactua/shared/contract/simulations.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'

// Names that spreadsheets in Brazil read; whoever reads the file by program may rely on them.
const COLUMNS = ['lado', 'politica', 'secao', 'regra', 'oferta', 'mes', 'dividas', 'saldo', 'desconto', 'total', 'a_vista_a_vencer', 'parcelas_a_vencer', 'previsto'] as const
type Cells = Partial<Record<(typeof COLUMNS)[number], string | number>>

const BYTE_ORDER_MARK = '\ufeff'

/**
 * A result as a file for a spreadsheet: semicolons, money in reais with a decimal comma. Each line names its policy and
 * what it tells (`secao`): carteira, regra, oferta or mes.
 */
export function writeCsv({ debts, barred, draft, inForce }: SimulationResult): string {
  const portfolio: Cells[] = [{ secao: 'carteira', regra: 'Dívidas em aberto', dividas: debts }, { secao: 'carteira', regra: 'Prescritas', dividas: barred }]
  const rows = [...portfolio, ...rowsOf('simulada', draft), ...(inForce ? rowsOf('em_vigor', inForce) : [])]
  return BYTE_ORDER_MARK + [COLUMNS.join(';'), ...rows.map(writeRow)].map((line) => `${line}\r\n`).join('')
}

function rowsOf(lado: string, side: SimulatedPolicy): Cells[] {
  const own = { lado, politica: side.policy.name }
  return [...portfolioRows(side), ...side.rules.flatMap(ruleRows), ...monthRows(side)].map((row) => ({ ...own, ...row }))
}

function portfolioRows({ reached, unreached, withoutOffer, indexMissing, nothingOwed, cash, plans, expected }: SimulatedPolicy): Cells[] {
  const secao = 'carteira'
  return [
    { secao, regra: 'Alcançadas por uma regra', ...groupCells(reached) },
    { secao, regra: 'Alcançadas, sem oferta possível', ...groupCells(withoutOffer) },
    { secao, regra: 'Fora de todas as regras', ...groupCells(unreached) },
    { secao, regra: 'À espera de um índice', dividas: indexMissing },
    { secao, regra: 'Sem saldo', dividas: nothingOwed },
    { secao, regra: 'Ofertas à vista', ...figureCells(cash) },
    { secao, regra: 'Ofertas parceladas', ...figureCells(plans) },
    { secao, regra: 'Previsto com as adesões informadas', desconto: reais(expected.discountCents), previsto: reais(expected.cashInCents) },
  ]
}

function ruleRows({ name, offers, ...group }: SimulatedPolicy['rules'][number]): Cells[] {
  const own = offers.map((offer) => ({ secao: 'oferta', regra: name, oferta: nameOf(offer), ...figureCells(offer) }))
  return [{ secao: 'regra', regra: name, ...groupCells(group) }, ...own]
}

// A rule may give several deadlines for a cash payment: the day tells them apart.
function nameOf({ count, dueOn }: SimulatedOffers): string {
  if (count) return `${count.min} a ${count.max} vezes`
  return dueOn ? `à vista até ${formatDate(dueOn)}` : 'à vista'
}

function monthRows({ expected }: SimulatedPolicy): Cells[] {
  return expected.months.map(({ month, cashDueCents, installmentsDueCents, expectedCents }) => ({
    secao: 'mes', mes: month, a_vista_a_vencer: reais(cashDueCents), parcelas_a_vencer: reais(installmentsDueCents), previsto: reais(expectedCents),
  }))
}

function groupCells({ debts, balanceCents }: { debts: number; balanceCents: number }): Cells {
  return { dividas: debts, saldo: reais(balanceCents) }
}

function figureCells({ discountCents, totalCents, ...group }: { debts: number; balanceCents: number; discountCents: number; totalCents: number }): Cells {
  return { ...groupCells(group), desconto: reais(discountCents), total: reais(totalCents) }
}

function reais(cents: number): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)},${digits.slice(-2)}`
}

function writeRow(cells: Cells): string {
  return COLUMNS.map((column) => writeCell(String(cells[column] ?? ''))).join(';')
}

// A spreadsheet runs what begins like a formula; an apostrophe in front makes it the text that it is.
function writeCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
