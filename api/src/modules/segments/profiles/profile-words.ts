import type { MyProfile } from '@repactua/shared/contract/profile-reviews.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import type { ScoreFactor, ScoreLine } from '../../../core/segments/score.ts'
import type { Profile } from '../../../core/segments/types.ts'

/** What each band means for the person, without shame. */
export const BAND_TEXTS: Record<Profile['band'], string> = {
  low: 'Risco baixo: pelo que já aconteceu entre você e esta empresa, ela espera que você pague no dia.',
  medium: 'Risco médio: esta empresa ainda conhece pouco de como você paga, ou há um atraso que acontece com muita gente.',
  high: 'Risco alto: esta empresa acha mais provável que um pagamento atrase, pelo que já aconteceu entre vocês.',
}

export const IMPORTANCE_TEXTS: Record<Profile['importance'], string> = {
  low: 'O valor das suas contas em aberto, sem juros nem multa, está entre os menores que esta empresa acompanha.',
  medium: 'O valor das suas contas em aberto, sem juros nem multa, é médio para esta empresa.',
  high: 'O valor das suas contas em aberto, sem juros nem multa, está entre os maiores que esta empresa acompanha.',
}

export const NOT_USED = 'Não entram nesta conta: CPF, idade, sexo, cidade, CEP ou qualquer dado de quem você é. Contestar uma dívida, desistir de um acordo ou pedir uma revisão também não conta contra você.'
export const REVIEW_TEXT = 'Você pode pedir que uma pessoa desta empresa olhe o seu perfil e responda. A resposta chega em até 15 dias, com os motivos. Se não concordar, o Procon, o site consumidor.gov.br e a ANPD ajudam de graça.'

/** Where the band comes from. */
export function sourceText({ bandSource, uploaded }: Profile): string {
  if (bandSource === 'computed') return 'Esta empresa soma pontos pelo que já aconteceu entre você e ela. Quanto menos pontos, menor o risco.'
  if (bandSource === 'debts') return 'Esta empresa classificou as suas contas e enviou a classificação pronta, sem dizer os motivos. Você pode perguntar a ela, ou pedir uma revisão aqui.'
  const from = `Esta empresa usa uma nota que vem de fora (${uploaded!.source}), válida até ${formatDate(uploaded!.validUntil)}.`
  return uploaded!.reasons.length > 0 ? `${from} Ela informou os motivos.` : `${from} Ela não disse os motivos. Você pode perguntar a ela, ou pedir uma revisão aqui.`
}

/** What the profile is used for. */
export function usesOf({ graceDays, bandSource }: Profile): MyProfile['usedFor'] {
  return [
    graceDays > 0
      ? `Para decidir quanto esperar antes da primeira mensagem, quando algo atrasa: no seu caso, ${graceDays} ${graceDays === 1 ? 'dia' : 'dias'}.`
      : 'Para decidir quanto esperar antes da primeira mensagem, quando algo atrasa: no seu caso, ela pode vir logo.',
    'Para escolher quais mensagens você recebe e em que ordem.',
    ...(bandSource === 'debts' ? ['As ofertas desta empresa também podem depender da classificação que ela deu a cada conta.'] : []),
  ]
}

/** One line of the score in a sentence. */
export function lineText({ factor, measure }: Pick<ScoreLine, 'factor' | 'measure'>): string {
  const { none, one, many } = LINES[factor]
  return measure === 0 ? none : measure === 1 ? one : many(measure)
}

interface LineWords {
  none: string
  one: string
  many: (count: number) => string
  comesFrom: string
}

const PAID_DAYS = 'Os dias de vencimento e de pagamento das suas contas e parcelas com esta empresa.'
const AGREEMENTS = 'Os acordos que você fez com esta empresa.'

export const LINES: Record<ScoreFactor, LineWords> = {
  delays: {
    none: 'Nenhuma conta ou parcela passou do dia nos últimos cinco anos.',
    one: 'Uma conta ou parcela passou do dia nos últimos cinco anos, e foi a única.',
    many: (count) => `Nos últimos cinco anos, ${count} contas ou parcelas passaram do dia.`,
    comesFrom: PAID_DAYS,
  },
  overdueDays: {
    none: 'Hoje não há nada atrasado.',
    one: 'O que está em aberto há mais tempo venceu ontem.',
    many: (count) => `O que está em aberto há mais tempo venceu há ${count} dias.`,
    comesFrom: 'O dia de vencimento do que está em aberto. Contas contestadas ou pausadas ficam de fora.',
  },
  agreementsBroken: {
    none: 'Nenhum acordo foi desfeito por atraso nos últimos cinco anos.',
    one: 'Um acordo foi desfeito por atraso nos últimos cinco anos.',
    many: (count) => `Nos últimos cinco anos, ${count} acordos foram desfeitos por atraso.`,
    comesFrom: AGREEMENTS,
  },
  paidOnTime: {
    none: 'Ainda não há conta ou parcela paga no dia.',
    one: 'Você pagou uma conta ou parcela no dia.',
    many: (count) => `Você pagou ${count} contas ou parcelas no dia.`,
    comesFrom: PAID_DAYS,
  },
  agreementsKept: {
    none: 'Ainda não há acordo pago até o fim.',
    one: 'Você pagou um acordo até o fim.',
    many: (count) => `Você pagou ${count} acordos até o fim.`,
    comesFrom: AGREEMENTS,
  },
  recentPayment: {
    none: 'Não houve pagamento nos últimos 90 dias.',
    one: 'Você fez um pagamento nos últimos 90 dias.',
    many: () => 'Você fez um pagamento nos últimos 90 dias.',
    comesFrom: 'O dia do seu último pagamento a esta empresa.',
  },
  recentAnswer: {
    none: 'Nos últimos 90 dias você não assinou, propôs nem escreveu nada a esta empresa.',
    one: 'Nos últimos 90 dias você assinou, propôs ou escreveu algo a esta empresa.',
    many: () => 'Nos últimos 90 dias você assinou, propôs ou escreveu algo a esta empresa.',
    comesFrom: 'Os acordos que você assinou, as propostas que fez e o que contestou.',
  },
}
