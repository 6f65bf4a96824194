import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { papers } from '../../lib/paths.ts'
import { Icon } from '../../ui/icons.tsx'

const SLIPS_OF_A_PAPER = 24

/** The open installments on slips, to print and cut off. A long plan has more papers than one. */
export function CarneDownload({ agreement: { id, installments, kind } }: { agreement: Agreement }) {
  const open = installments.filter(({ status }) => status === 'open' || status === 'partly_paid')
  if (kind === 'cash') return null
  const pages = Array.from({ length: Math.ceil(open.length / SLIPS_OF_A_PAPER) }, (_, i) => i + 1)
  return pages.map((page) => (
    <a key={page} className="link" href={papers.carne(id, page)} download>
      <Icon name="download" />{pages.length === 1 ? 'Baixar o carnê (PDF)' : `Baixar o carnê, parte ${page} (PDF)`}
    </a>
  ))
}
