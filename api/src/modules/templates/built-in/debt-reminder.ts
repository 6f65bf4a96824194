import { builtIn } from './put-in-frame.ts'

export const debtReminder = builtIn({ key: 'debt-reminder', purpose: 'collection' }, {
  'pt-BR': {
    email: {
      subject: 'Quando puder, dê uma olhada',
      preheader: 'Suas opções continuam no mesmo lugar.',
      heading: 'Suas opções continuam aqui',
      paragraphs: [
        'Olá, {{firstName}}. Aqui é {{creditorName}}.',
        'Ainda há um assunto em aberto entre nós. Você pode pagar de uma vez, dividir, ou propor o que cabe no seu mês. Olhar não compromete você com nada.',
        'Se o momento está difícil, conte para nós lá mesmo: existe um caminho para isso também.',
        'Se você já pagou ou não reconhece, avise por lá, e paramos de escrever enquanto verificamos.',
      ],
      button: 'Ver minhas opções',
    },
    sms: 'suas opções continuam no mesmo lugar.',
    whatsapp: 'Suas opções continuam no mesmo lugar: de uma vez, em partes, ou como você propuser. Olhar não compromete você com nada. Se já resolveu ou se o momento está difícil, dá para nos contar lá mesmo.',
    push: { title: 'Quando puder, dê uma olhada', body: 'Suas opções continuam no mesmo lugar.' },
    voice: 'Suas opções continuam no mesmo lugar, e olhar não compromete você com nada.',
  },
  en: {
    email: {
      subject: 'Have a look when you can',
      preheader: 'Your options are still in the same place.',
      heading: 'Your options are still here',
      paragraphs: [
        'Hello, {{firstName}}. This is {{creditorName}}.',
        'There is still something open between us. You can pay at once, in parts, or propose what fits your month. Looking commits you to nothing.',
        'If times are hard, tell us there: there is a way for that too.',
        'If you have paid already or do not recognise it, say so there, and we stop writing while we check.',
      ],
      button: 'See my options',
    },
    sms: 'your options are in the same place.',
    whatsapp: 'Your options are still in the same place: at once, in parts, or as you propose. Looking commits you to nothing. If it is settled or times are hard, you can tell us there.',
    push: { title: 'Have a look when you can', body: 'Your options are still in the same place.' },
    voice: 'Your options are still in the same place, and looking commits you to nothing.',
  },
})
