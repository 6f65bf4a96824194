import { builtIn } from './put-in-frame.ts'

export const agreementAtRisk = builtIn({ key: 'agreement-at-risk', purpose: 'service', variables: [{ name: 'lastOn', type: 'day' }] }, {
  'pt-BR': {
    email: {
      subject: 'Vamos manter o que combinamos',
      preheader: 'Há um caminho até {{lastOn}}.',
      heading: 'Seu acordo continua até {{lastOn}}',
      paragraphs: [
        'Olá, {{firstName}}. Há parcelas do seu acordo com {{creditorName}} que ainda não apareceram como pagas.',
        'Até {{lastOn}} o acordo continua como está. Você pode pagar o que falta, ou ver se dá para mudar as datas e as parcelas.',
        'Se nada mudar até lá, o acordo pode terminar, e o termo que você aceitou diz o que acontece então. Preferimos achar um jeito com você antes disso.',
      ],
      button: 'Ver meus caminhos',
    },
    sms: 'há um caminho até {{lastOn}}.',
    whatsapp: 'Queremos manter o que combinamos, e há um caminho até {{lastOn}}: pagar o que falta ou ver se dá para mudar as datas. Preferimos achar um jeito com você.',
    push: { title: 'Vamos manter o que combinamos', body: 'Há um caminho até {{lastOn}}.' },
    voice: 'Queremos manter o que combinamos, e há um caminho até {{lastOn}}.',
  },
  en: {
    email: {
      subject: 'Let us keep what we agreed',
      preheader: 'There is a way until {{lastOn}}.',
      heading: 'Your agreement goes on until {{lastOn}}',
      paragraphs: [
        'Hello, {{firstName}}. Some installments of your agreement with {{creditorName}} do not show as paid yet.',
        'Until {{lastOn}} the agreement stays as it is. You can pay what is missing, or see whether dates and installments can be changed.',
        'If nothing changes until then, the agreement may end, and the term that you accepted says what happens then. We would rather find a way with you before that.',
      ],
      button: 'See my ways',
    },
    sms: 'there is a way until {{lastOn}}.',
    whatsapp: 'We want to keep what we agreed, and there is a way until {{lastOn}}: pay what is missing, or see whether the dates can be changed. We would rather find a way with you.',
    push: { title: 'Let us keep what we agreed', body: 'There is a way until {{lastOn}}.' },
    voice: 'We want to keep what we agreed, and there is a way until {{lastOn}}.',
  },
})
