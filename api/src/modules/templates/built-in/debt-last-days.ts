import { builtIn } from './put-in-frame.ts'

export const debtLastDays = builtIn({ key: 'debt-last-days', purpose: 'collection', category: 'marketing', variables: [{ name: 'lastOn', type: 'day' }] }, {
  'pt-BR': {
    email: {
      subject: 'Suas opções valem até {{lastOn}}',
      preheader: 'Depois desse dia, elas podem mudar.',
      heading: 'Estas opções valem até {{lastOn}}',
      paragraphs: [
        'Olá, {{firstName}}. Aqui é {{creditorName}}.',
        'As opções que preparamos para você valem até {{lastOn}}, o dia inteiro. Avisamos para que a escolha seja sua, com tempo.',
        'Depois desse dia elas podem mudar, mas você continua podendo ver o que há e propor o que cabe no seu mês.',
      ],
      button: 'Ver as opções',
    },
    sms: 'suas opções valem até {{lastOn}}.',
    whatsapp: 'As opções que preparamos para você valem até {{lastOn}}, o dia inteiro. Depois elas podem mudar, e você continua podendo propor o que cabe no seu mês.',
    push: { title: 'Opções até {{lastOn}}', body: 'Avisamos para que a escolha seja sua, com tempo.' },
    voice: 'As opções que preparamos para você valem até {{lastOn}}.',
  },
  en: {
    email: {
      subject: 'Your options stand until {{lastOn}}',
      preheader: 'After that day they may change.',
      heading: 'These options stand until {{lastOn}}',
      paragraphs: [
        'Hello, {{firstName}}. This is {{creditorName}}.',
        'The options that we prepared for you stand until {{lastOn}}, all of that day. We tell you so that the choice is yours, in good time.',
        'After that day they may change, but you can still see what there is and propose what fits your month.',
      ],
      button: 'See the options',
    },
    sms: 'options stand until {{lastOn}}.',
    whatsapp: 'The options that we prepared for you stand until {{lastOn}}, all of that day. After it they may change, and you can still propose what fits your month.',
    push: { title: 'Options until {{lastOn}}', body: 'We tell you so that the choice is yours, in good time.' },
    voice: 'The options that we prepared for you stand until {{lastOn}}.',
  },
})
