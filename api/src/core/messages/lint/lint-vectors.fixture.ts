import type { TemplateInput } from '@repactua/shared/contract/message-templates.ts'
import type { LintRule } from './rules.ts'

/** A template that is good, into which each bad text is put. */
export const GOOD: TemplateInput = {
  key: 'aurora-novidade',
  language: 'pt-BR',
  purpose: 'collection',
  variables: [{ name: 'lastOn', type: 'day' }],
  content: {
    email: {
      subject: 'Há novas opções para você',
      preheader: 'Valem até {{lastOn}}.',
      heading: 'Veja com calma',
      paragraphs: ['Olá, {{firstName}}. Aqui é {{creditorName}}.', 'Preparamos opções para o que está em aberto entre nós.'],
      button: 'Ver minhas opções',
    },
    sms: { text: '{{creditorName}}: {{firstName}}, há novas opções para você. {{link}} Cod {{code}}. PARE p/ sair', linkFree: false },
    whatsapp: { templateName: 'aurora_novidade', category: 'marketing', body: 'Aqui é {{creditorName}}, CNPJ {{creditorDocument}}. Olá, {{firstName}}. Há novas opções para você: {{link}}. Código: {{code}}. Para parar, responda PARE.' },
    push: { title: 'Uma novidade para você', body: 'Abra quando puder.' },
    voice: { text: 'Olá. Aqui é {{creditorName}}, com um recado para {{firstName}}. Entre no site que você já conhece. Para não receber ligações, escolha em Avisos.' },
  },
}

type Place = 'subject' | 'preheader' | 'paragraph' | 'button' | 'sms' | 'whatsapp' | 'pushTitle' | 'pushBody' | 'voice'
export type Vector = [rule: LintRule, place: Place, text: string]

const SMS = (words: string) => `{{creditorName}}: ${words} {{link}} Cod {{code}}. PARE p/ sair`

/** Texts that nobody should get, with the rule that must catch each. */
export const BAD: readonly Vector[] = [
  ['threat', 'paragraph', 'Se não houver acordo, vamos processar você.'],
  ['threat', 'paragraph', 'Seu nome vai para o SPC na semana que vem.'],
  ['threat', 'paragraph', 'Evite o S.P.C. e resolva com a gente.'],
  ['threat', 'paragraph', 'A Serasa já foi comunicada.'],
  ['threat', 'paragraph', 'Seus bens podem ser objeto de penhora.'],
  ['threat', 'paragraph', 'Isso dá cadeia.'],
  ['threat', 'paragraph', 'Vamos cortar a sua luz.'],
  ['threat', 'paragraph', 'Tomaremos as últimas providências.'],
  ['threat', 'paragraph', 'Adotaremos as medidas cabíveis.'],
  ['threat', 'paragraph', 'O título será enviado ao cartório para PROTESTO.'],
  ['threat', 'paragraph', 'Caso não regularize, haverá consequências.'],
  ['threat', 'paragraph', 'Seus dados serão incluídos em cadastro de crédito.'],
  ['threat', 'paragraph', 'O serviço será suspenso.'],
  ['threat', 'paragraph', 'We will take legal action against you.'],
  ['threat', 'paragraph', 'This is the final warning before we disconnect you.'],
  ['threat', 'button', 'Evitar negativação'],
  ['posing-as-authority', 'subject', 'Intimação de comparecimento'],
  ['posing-as-authority', 'paragraph', 'Esta é uma notificação extrajudicial.'],
  ['posing-as-authority', 'paragraph', 'Um oficial de justiça fará contato.'],
  ['shame', 'paragraph', 'Não seja caloteiro.'],
  ['shame', 'paragraph', 'Consta que você é devedor.'],
  ['shame', 'paragraph', 'Prezado cliente inadimplente,'],
  ['shame', 'paragraph', 'Tenha vergonha e pague o que deve.'],
  ['shame', 'paragraph', 'Honre seus compromissos.'],
  ['shame', 'paragraph', 'Do not be a deadbeat.'],
  ['false-urgency', 'subject', 'Última chance para você'],
  ['false-urgency', 'subject', 'Só hoje: condições para você'],
  ['false-urgency', 'paragraph', 'É agora ou nunca.'],
  ['false-urgency', 'paragraph', 'URGENTE: leia.'],
  ['false-urgency', 'paragraph', 'Corra: vale até {{lastOn}}.'],
  ['false-urgency', 'pushTitle', 'Suas opções acabam amanhã: é o último dia'],
  ['false-urgency', 'paragraph', 'Act now, this offer expires soon.'],
  ['shouting', 'paragraph', 'Há boas notícias!!!'],
  ['shouting', 'paragraph', 'Desconto para você!'],
  ['shouting', 'paragraph', 'Veja AGORA MESMO AQUELAS opções.'],
  ['third-party', 'paragraph', 'Podemos falar com a sua família sobre isso.'],
  ['third-party', 'paragraph', 'Seu empregador será avisado.'],
  ['third-party', 'sms', SMS('se você não é o titular, avise {{firstName}}.')],
  ['third-party', 'voice', 'Aqui é {{creditorName}}. Diga a {{firstName}} que ligue. Para não receber ligações, escolha em Avisos.'],
  ['lock-screen', 'subject', 'Sua dívida com {{creditorName}}'],
  ['lock-screen', 'preheader', 'Parcela em atraso'],
  ['lock-screen', 'pushBody', 'Seu débito tem 40% de desconto.'],
  ['lock-screen', 'sms', SMS('{{firstName}}, sua dívida tem desconto.')],
  ['lock-screen', 'voice', 'Aqui é {{creditorName}}, sobre o seu boleto vencido. Para não receber ligações, escolha em Avisos.'],
  ['lock-screen', 'whatsapp', 'Cobrança de {{creditorName}}, CNPJ {{creditorDocument}}: {{link}} Código {{code}}. Responda PARE para parar.'],
  ['lock-screen', 'subject', 'Your overdue bill'],
  ['credit-pressure', 'paragraph', 'Limpe seu nome e volte a comprar.'],
  ['credit-pressure', 'paragraph', 'Novo crédito sem consulta para quem quitar.'],
  ['school-debt', 'paragraph', 'Sem o pagamento não haverá provas nem rematrícula.'],
  ['school-debt', 'paragraph', 'Retire seu diploma depois de quitar.'],
  ['public-programme', 'paragraph', 'Aproveite o Desenrola com a gente.'],
  ['public-programme', 'subject', 'Feirão Limpa Nome'],
  ['asks-secret', 'paragraph', 'Responda com sua senha para confirmar.'],
  ['asks-secret', 'whatsapp', 'Aqui é {{creditorName}}, CNPJ {{creditorDocument}}. Informe seu CPF e o código que recebeu. {{link}} Código: {{code}}. Responda PARE para parar.'],
  ['foreign-link', 'paragraph', 'Veja em https://bit.ly/abc123.'],
  ['foreign-link', 'paragraph', 'Veja em aurora-acordos.shop, com calma.'],
  ['foreign-link', 'paragraph', 'Veja em {{creditorName}}.shop, com calma.'],
  ['foreign-link', 'paragraph', 'Veja em aurora。shop, com calma.'],
  ['foreign-link', 'paragraph', 'Veja em 203.0.113.7, com calma.'],
  ['foreign-link', 'whatsapp', 'Aqui é {{creditorName}}, CNPJ {{creditorDocument}}. Veja em x.gg/aurora. {{link}} Código: {{code}}. Responda PARE para parar.'],
  ['foreign-link', 'sms', '{{creditorName}}: veja em encurta.me/x1 {{link}} Cod {{code}}. PARE p/ sair'],
  ['written-amount', 'paragraph', 'Hoje são R$ 1.234,56.'],
  ['written-amount', 'paragraph', 'Faltam só 50 reais.'],
  ['missing-identity', 'sms', '{{firstName}}, há novas opções para você. {{link}} Cod {{code}}. PARE p/ sair'],
  ['missing-identity', 'whatsapp', 'Aqui é {{creditorName}}. Há novas opções: {{link}} Código: {{code}}. Responda PARE para parar.'],
  ['missing-identity', 'voice', 'Temos um recado para {{firstName}}. Para não receber ligações, escolha em Avisos.'],
  ['missing-way-out', 'sms', '{{creditorName}}: há novas opções para você. {{link}} Cod {{code}}'],
  ['missing-way-out', 'voice', 'Olá. Aqui é {{creditorName}}, com um recado para {{firstName}}.'],
  ['missing-link', 'sms', '{{creditorName}}: há novas opções para você. Cod {{code}}. PARE p/ sair'],
  ['missing-code', 'sms', '{{creditorName}}: há novas opções para você. {{link}} PARE p/ sair'],
  ['unknown-variable', 'paragraph', 'Olá, {{fullName}}.'],
  ['misplaced-variable', 'subject', 'Veja {{link}}'],
  ['misplaced-variable', 'sms', '{{creditorName}}: veja {{link}} {{unsubscribeUrl}} Cod {{code}}. PARE p/ sair'],
  ['broken-placeholder', 'paragraph', 'Olá, {{ firstName }}.'],
  ['sms-too-long', 'sms', SMS('{{firstName}}, preparamos novas opções, cada uma com o seu total e o seu dia, para você comparar com calma.')],
  ['sms-not-gsm7', 'sms', SMS('há novas opções 🙂')],
  ['whatsapp-form', 'whatsapp', '{{firstName}}, aqui é {{creditorName}}, CNPJ {{creditorDocument}}: {{link}} Código {{code}}. Responda PARE para parar.'],
  ['whatsapp-form', 'whatsapp', 'Aqui é {{creditorName}}, CNPJ {{creditorDocument}}. Responda PARE para parar. {{link}} {{code}}'],
  ['strange-letters', 'paragraph', 'Sua d\u200bívida.'],
  ['strange-letters', 'paragraph', 'Fale com a S\u0435rasa.'],
]

/** The good template with one text exchanged. */
export function withText(place: Place, text: string): TemplateInput {
  const content = structuredClone(GOOD.content)
  const put: Record<Place, () => unknown> = {
    subject: () => (content.email!.subject = text),
    preheader: () => (content.email!.preheader = text),
    paragraph: () => (content.email!.paragraphs[1] = text),
    button: () => (content.email!.button = text),
    sms: () => (content.sms!.text = text),
    whatsapp: () => (content.whatsapp!.body = text),
    pushTitle: () => (content.push!.title = text),
    pushBody: () => (content.push!.body = text),
    voice: () => (content.voice!.text = text),
  }
  put[place]()
  return { ...GOOD, content }
}

/** Texts that sound like bad ones and are not. */
export const FINE: readonly [place: Place, text: string][] = [
  ['subject', 'Último dia para escolher: {{lastOn}}'],
  ['subject', 'Suas opções valem até {{lastOn}}'],
  ['paragraph', 'Só hoje, {{lastOn}}, por causa de uma mudança na tabela.'],
  ['paragraph', 'Você tem uma dívida aberta com {{creditorName}}. De acordo com o contrato, há multa e juros.'],
  ['paragraph', 'Seu pagamento será processado em um dia útil.'],
  ['paragraph', 'Guarde este documento: ele prova que está tudo pago.'],
  ['paragraph', 'A transferência por Pix cai na hora.'],
  ['paragraph', 'Se não concordar, procure o Procon ou a Defensoria.'],
  ['paragraph', 'Você entra com seu CPF e um código que mandamos na hora.'],
  ['paragraph', 'O caminho também é este: {{link}}'],
  ['whatsapp', 'Aqui é {{creditorName}}, que fica em {{creditorAddress}}. Olá, {{firstName}}. Há novas opções, e cada uma diz quanto custa, com desconto ou sem: {{link}} Código: {{code}}. Para parar, responda SAIR.'],
  ['sms', '{{creditorName}}: ha novas opcoes para voce. {{link}} Cod {{code}}. SAIR p/ parar'],
  ['pushBody', 'Veja o que é, com calma.'],
  ['voice', 'Olá, aqui é {{creditorName}}. Há um recado para {{firstName}} no site que você já conhece. Se não quiser receber ligações, escolha lá.'],
]
