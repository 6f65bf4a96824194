import type { LINT_RULES, TemplateFinding } from '@repactua/shared/contract/message-templates.ts'

export type LintRule = (typeof LINT_RULES)[number]

interface RuleText {
  severity: TemplateFinding['severity']
  source: string
  instead: string
}

const CDC_42 = 'CDC, art. 42'
const PRIVACY = 'CDC, art. 42; LC 105/2001; LGPD, art. 6º'
const HOUSE = 'Regra da casa'

/** Where each rule comes from, and what to write instead. */
export const RULE_TEXTS: Record<LintRule, RuleText> = {
  threat: { severity: 'error', source: CDC_42, instead: 'Diga o que a pessoa pode fazer e o que acontece se fizer, sem falar em justiça, restrição ou perda.' },
  'posing-as-authority': { severity: 'error', source: 'CDC, arts. 37 e 42', instead: 'Escreva como empresa. Palavras de juiz, de cartório ou de oficial só cabem nos documentos deles.' },
  shame: { severity: 'error', source: CDC_42, instead: 'Fale com a pessoa por “você”. O que está em aberto é uma conta, e não um nome para quem a tem.' },
  'false-urgency': { severity: 'error', source: 'CDC, arts. 37 e 54-C, IV', instead: 'Diga até que dia vale, com uma variável do tipo day: “vale até {{lastOn}}”.' },
  shouting: { severity: 'error', source: HOUSE, instead: 'Sem pontos de exclamação e sem palavras em maiúsculas.' },
  'third-party': { severity: 'error', source: CDC_42, instead: 'Escreva só para a pessoa. Ninguém em volta é citado, avisado ou usado como recado.' },
  'lock-screen': { severity: 'error', source: PRIVACY, instead: 'Aqui outros olhos podem ler. Diga “um lembrete”, “uma novidade” ou “suas opções”, e conte o resto depois da entrada.' },
  'credit-pressure': { severity: 'error', source: 'CDC, art. 54-C', instead: 'Não prometa nome limpo, crédito ou fim de processo. Diga quanto custa e o que muda.' },
  'school-debt': { severity: 'error', source: 'Lei 9.870/1999, art. 6º', instead: 'Nada de provas, documentos, diploma ou matrícula: a dívida não os toca.' },
  'public-programme': { severity: 'error', source: 'MP 1.355/2026; CDC, art. 37', instead: 'Fale das suas opções pelo seu nome. Nomes de programas públicos são deles, e só nas datas deles.' },
  'asks-secret': { severity: 'error', source: 'LGPD, art. 46; CDC, art. 6º, I', instead: 'Nunca peça senha, código, CPF ou cartão por mensagem. A pessoa entra pelo caminho que já conhece.' },
  'foreign-link': { severity: 'error', source: 'LGPD, art. 46', instead: 'Use {{link}}. Endereços escritos ou encurtados ensinam a cair em golpes.' },
  'written-amount': { severity: 'error', source: PRIVACY, instead: 'Valores são de cada pessoa e mudam a cada dia. Mostre-os depois da entrada.' },
  'amount-without-permission': { severity: 'error', source: PRIVACY, instead: 'Valores só no texto do e-mail ou do WhatsApp, e só com allowsAmounts.' },
  'missing-identity': { severity: 'error', source: 'CDC, art. 42-A; CE, Lei 16.836/2019', instead: 'Diga quem escreve: {{creditorName}}, e {{creditorDocument}} ou {{creditorAddress}} na cobrança pelo WhatsApp.' },
  'missing-way-out': { severity: 'error', source: 'LGPD, arts. 8º, § 5º, e 18', instead: 'Diga como parar: “responda PARE”, ou onde escolher os avisos.' },
  'missing-link': { severity: 'error', source: HOUSE, instead: 'Ponha {{link}}; com linkFree, ele vira o convite para abrir o site conhecido.' },
  'missing-code': { severity: 'error', source: HOUSE, instead: 'Ponha {{code}}, para que a pessoa possa conferir que a mensagem é verdadeira.' },
  'unknown-variable': { severity: 'error', source: HOUSE, instead: 'Declare a variável em variables, ou use as que toda mensagem tem. Sob uma chave da casa, só as dela existem.' },
  'unused-variable': { severity: 'warning', source: HOUSE, instead: 'Tire a variável, ou use-a.' },
  'misplaced-variable': { severity: 'error', source: HOUSE, instead: 'Um texto de várias linhas cabe em parágrafos e em respostas; um endereço, onde se pode tocar nele.' },
  'broken-placeholder': { severity: 'error', source: HOUSE, instead: 'Escreva {{nome}}: duas chaves de cada lado, sem espaços, e a primeira letra minúscula.' },
  'sms-too-long': { severity: 'error', source: '3GPP TS 23.038', instead: 'Encurte: com os nomes e o endereço mais longos, tudo deve caber em 160 caracteres.' },
  'sms-not-gsm7': { severity: 'error', source: '3GPP TS 23.038', instead: 'Tire emojis e sinais que o SMS não tem: eles cortam a mensagem para 70 caracteres.' },
  'whatsapp-form': { severity: 'error', source: 'WhatsApp Business Platform, message templates', instead: 'O texto não começa nem termina com uma variável, e duas não ficam lado a lado.' },
  'strange-letters': { severity: 'error', source: HOUSE, instead: 'Escreva com as letras do português, sem sinais invisíveis nem letras de outros alfabetos.' },
  'key-taken': { severity: 'error', source: HOUSE, instead: 'Esta chave é da casa e tem outra finalidade. Use a mesma purpose, ou outra chave.' },
  'nothing-said': { severity: 'error', source: HOUSE, instead: 'Escreva o texto de pelo menos um canal.' },
}
