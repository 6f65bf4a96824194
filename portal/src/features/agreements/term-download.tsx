import { papers } from '../../lib/paths.ts'
import { Icon } from '../../ui/icons.tsx'

/** The signed term as a paper to keep (CDC 54-G, II). */
export function TermDownload({ agreementId }: { agreementId: string }) {
  return <a className="link" href={papers.term(agreementId)} download><Icon name="download" />Baixar o termo (PDF)</a>
}
