import type { DISPUTE_REASONS, MyDispute } from '@repactua/shared/contract/disputes.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'

type Reason = (typeof DISPUTE_REASONS)[number]

/** Why one may contest a debt, in the person's words, with what helps the company to find it. */
export const REASONS: Record<Reason, { title: string; hint: string }> = {
  not_mine: { title: 'Não conheço esta dívida', hint: 'Diga o que você lembra: se já comprou nesta empresa, se já morou no endereço da conta.' },
  already_paid: { title: 'Eu já paguei', hint: 'Diga quando e como pagou. O número do comprovante ajuda a empresa a achar o pagamento.' },
  wrong_amount: { title: 'O valor está errado', hint: 'Diga qual valor você acha certo, e por quê.' },
  fraud: { title: 'Usaram meus dados', hint: 'Conte o que aconteceu. Se fez boletim de ocorrência, informe o número.' },
  deceased: { title: 'A pessoa desta dívida faleceu', hint: 'Sentimos muito. Se puder, informe o número da certidão de óbito.' },
}

export const TAGS: Record<MyDispute['status'], string> = {
  open: 'Em análise', upheld: 'A empresa concordou', corrected: 'Valor corrigido', rejected: 'A empresa não concordou', taken_back: 'Você retirou',
}

/** What a dispute means for the person now. */
export function standInWords({ status, answerBy, creditor }: Pick<MyDispute, 'status' | 'answerBy' | 'creditor'>): string {
  const words: Record<MyDispute['status'], string> = {
    open: `${creditor.brand.name} tem até ${formatDay(answerBy)} para responder. Enquanto isso, nada é cobrado.`,
    upheld: 'Esta dívida saiu da sua lista. Você não deve nada por ela.',
    corrected: 'A dívida voltou para a sua lista, com o valor corrigido.',
    rejected: 'A dívida voltou para a sua lista. Se você não concorda, o Procon da sua cidade e o site consumidor.gov.br ajudam de graça.',
    taken_back: 'A dívida voltou para a sua lista como antes.',
  }
  return words[status]
}
