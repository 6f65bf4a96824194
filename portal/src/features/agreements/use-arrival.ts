import { useEffect, useState } from 'react'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { counted } from '../../lib/printed-figures.ts'

/** What a screen reader is told when a payment arrives while the page is open; empty until then. */
export function useArrival(agreement: Agreement | undefined): string {
  const [known, setKnown] = useState(agreement)
  const [news, setNews] = useState('')
  if (agreement && agreement !== known) {
    if (known?.id === agreement.id && agreement.paidCents > known.paidCents) setNews(wordsOf(agreement))
    setKnown(agreement)
  }
  const isEnd = news !== '' && agreement?.status === 'settled'
  // The end of a plan is another page: it begins at its top.
  useEffect(() => {
    if (isEnd) globalThis.scrollTo({ top: 0 })
  }, [isEnd])
  return news
}

function wordsOf({ installments, status }: Agreement): string {
  if (status === 'settled') return 'Pagamento recebido. Sua dívida está quitada.'
  const paid = installments.filter((one) => one.status === 'paid').length
  return `Pagamento recebido. ${counted(paid, 'parcela paga', 'parcelas pagas')}.`
}
