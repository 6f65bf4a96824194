import type { LintRule } from './rules.ts'

/** Words that a rule looks for, in small letters without accents; Portuguese and English alike, since a text may mix them. */
export interface Phrase {
  rule: LintRule
  pattern: RegExp
  /** Keys under which the law or the matter itself asks for these words. */
  except?: readonly string[]
}

const about = (rule: LintRule, words: string, except?: readonly string[]): Phrase => ({ rule, pattern: new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'g'), ...(except && { except }) })

export const PHRASES: readonly Phrase[] = [
  about('threat', 'processar|processaremos|voce (?:sera|vai ser|pode ser) processad[oa]|processo na justica|judicia\\w*|justica|tribunal|advogad\\w+|(?:departamento |setor )?juridico'),
  about('threat', '(?:acao|acoes|medidas?|providencias?|vias?) (?:legais|legal|cabiveis|drasticas)|ultim[ao]s? (?:providencias?|avisos?|tentativas?|comunicados?|advertencias?)'),
  about('threat', 's\\W{0,2}p\\W{0,2}c|serasa|scpc|boa vista|quod|negativ(?:ar|ad[oa]s?|acao|aremos)|nome sujo|suj(?:ar|e|a) (?:o |seu )+nome|restricao no nome|lista negra'),
  about('threat', 'protest(?:o|ar|ad[oa]s?|aremos)|cartorio', ['protest-notice']),
  about('threat', '(?:inclu|inscr|registr|inform|comunic)\\w* .{0,40}cadastro\\w*|report\\w* to .{0,20}(?:register|bureau)', ['listing-notice']),
  about('threat', 'penhor\\w*|busca e apreensao|leilao|despej\\w+|(?:tomar|perder|bloque\\w+) .{0,12}(?:bens|casa|carro|conta|salario)|cadeia|prisao|pres[oa]|policia\\w*|delegacia|crime|estelionato'),
  about('threat', 'cort(?:ar|aremos|ad[oa]s?)|(?:o |um )?corte d[aeo]'),
  about('threat', 'suspend\\w+|suspens[oa]s?|suspensao|deslig\\w+|interromp\\w+|interrupcao', ['service-limited']),
  about('threat', 'sob pena|consequencias?|evite (?:transtornos|problemas|constrangimentos?|surpresas)|antes que (?:seja tarde|piore)|(?:se|caso) (?:voce )?nao (?:pague|pagar|regularize|regularizar|quite|quitar)|voce vai (?:perder|se arrepender)'),
  about('threat', 'sue|sued|lawsuits?|legal action|courts?|bailiffs?|seiz\\w+|jail|prison|police|arrest\\w*|credit bureaus?|blacklist\\w*|cut off|disconnect\\w*|garnish\\w*|repossess\\w*|evict\\w*|lawyers?|attorneys?|prosecut\\w+|or else|consequences|final (?:warning|demand|reminder)|if you (?:do not|don.t|fail to) pay'),
  about('posing-as-authority', 'intimac\\w+|intimad[oa]|mandado|oficial de justica|citacao|notificacao (?:extra)?judicial|ultima notificacao|auto de infracao|receita federal|banco central|summons|subpoena|official notice|final notice'),
  about('shame', 'calot\\w+|devedor\\w*|inadimplen\\w+|vergonh\\w+|irresponsa\\w+|ma[ul] pagador\\w*|trambiqu\\w+|golpista\\w*|vagabund\\w+|honre (?:seus|seu|suas|sua)|falta de carater|constrang\\w+|fugindo|deadbeats?|debtors?|defaulters?|delinquen\\w+|sham(?:e|eful|ed)|disgrac\\w+|irresponsib\\w+|bad payers?|freeloaders?'),
  about('third-party', 'famil\\w+|vizinh\\w+|parentes?|patrao|patroa|chefe|empregador\\w*|colegas?|espos[oa]|marido|conjuge|sogr[oa]|seus? pais|sua mae|seu pai|seus filhos|recursos humanos|no seu trabalho|neighbou?rs?|employers?|boss|relatives?|colleagues?|spouse|husband|wife|your parents'),
  about('third-party', '(?:avise|diga|conte|informe|transmita|repasse|peca) (?:(?:a|ao|o|para|que) )*(?:ele|ela|titular|¤)|mostre (?:esta|a) mensagem|passe (?:este|o) recado|tell (?:him|her|them|¤)|pass (?:this|it) on'),
  about('credit-pressure', 'sem consulta|limp\\w+ (?:o |seu )*nome|nome limpo|aumente seu score|score (?:alto|sobe)|credito (?:garantido|aprovado|liberado)|(?:desist|retir)\\w+ .{0,15}(?:acao|processo)|honorarios|no credit check|clean (?:up )?your name|guaranteed credit|boost your score'),
  about('school-debt', 'provas|fazer (?:a )?prova|exames?|diploma|historico escolar|transferencia (?:de escola|escolar)|re?matricul\\w+|certificado (?:escolar|de conclusao)|boletim escolar|documentos escolares|formatura|colacao de grau|exams?|transcripts?|enrol\\w*|graduation'),
  about('public-programme', 'desenrola\\w*|feirao|limpa.nome|programa (?:do governo|federal|publico|nacional)|governo|government programme'),
  about('asks-secret', '(?:envie|informe|digite|confirme|mande|passe|diga|fale|responda com|nos de) .{0,40}(?:senha|codigo|cpf|cartao|token|cvv|dados bancarios)|(?:send|tell us|type|confirm|give us|reply with) .{0,40}(?:password|code|cpf|card|pin|token)'),
  // Mail and phones make a link of whatever looks like one: any name with an ending, a short one with a path, an address in numbers.
  about('foreign-link', 'https?:|www\\.|[a-z0-9-]+\\.(?:com|br|net|org|ly|me|gl|gd|link|app|io|co|do|info|site|top|xyz)|(?:[a-z0-9-]{2,}|¤ *)[.。．｡][a-z]{2,24}|[a-z0-9-]+[.。．｡][a-z]{2,24}(?=/)|\\d{1,3}(?:\\.\\d{1,3}){3}'),
  about('written-amount', 'r\\$ ?\\d[\\d.,]*|\\d[\\d.,]* (?:reais|brl)|brl ?\\d[\\d.,]*'),
]

/** What tells a passer-by that somebody owes. Looked for where others may read or hear. */
export const DEBT_WORDS = about('lock-screen', 'divid[ao]s?|debitos?|cobran\\w+|atras\\w+|em aberto|parcelas?|(?<!de )acordos?|boletos?|faturas?|venc(?:e|eu|em|id[oa]s?|imentos?|er)|pendencias?|pendentes?|quita\\w*|quite|(?:re)?negoci\\w+|descontos?|credor\\w*|pag(?:ar|amentos?|ue|o|a)|inadimpl\\w+|regulariz\\w+|contas?|juros|multa|debts?|ow(?:e|ed|es|ing)|overdue|past due|due|installments?|instalments?|agreements?|invoices?|bills?|discounts?|pay|paid|payments?|settle\\w*|balance|collections?|r\\$')

/** Haste that no day justifies. */
export const HASTE = about('false-urgency', 'urgen\\w+|agora ou nunca|corra|nao perca|imperdivel|imediat\\w+|hoje mesmo|agora mesmo|(?:pague|resolva|regularize|quite|aproveite|ligue) (?:ja|agora)|o quanto antes|sem demora|antes que acabe|vagas limitadas|tempo .{0,5}acab\\w+|ultim[ao]s? (?:horas?|minutos?|segundos?)|now or never|act now|hurry\\w*|don.t miss|immediately|right now|pay now|asap|before it.{0,4} too late|final hours|limited time')

/** Haste that is honest where it names a real day. */
export const HASTE_UNTIL = about('false-urgency', 'ultim[ao]s? (?:chances?|oportunidades?|dias?)|(?:so|somente|apenas) (?:por )?hoje|so ate|prazo final|expir\\w+|(?:termina|acaba|encerra)(?:m|-se)?|last (?:chance|day|days)|only today|today only|expir(?:es|ing)|ends (?:on|today|tomorrow|soon|in)|ending soon|deadline')
