import { builtIn } from './put-in-frame.ts'

export const debtOffer = builtIn({ key: 'debt-offer', purpose: 'collection', category: 'marketing' }, {
  'pt-BR': {
    email: {
      subject: 'Há uma novidade para você escolher',
      preheader: 'Veja se alguma destas opções combina com você.',
      heading: 'Novas opções para você escolher',
      paragraphs: [
        'Olá, {{firstName}}. Aqui é {{creditorName}}.',
        'Preparamos novas opções para o assunto que está em aberto entre nós. Cada uma mostra quanto custa no total, até que dia vale e o que acontece depois.',
        'Você compara com calma e escolhe só se fizer sentido. Também dá para propor outra forma.',
      ],
      button: 'Comparar as opções',
    },
    sms: 'há novas opções para você escolher.',
    whatsapp: 'Preparamos novas opções para você. Cada uma mostra quanto custa no total e até que dia vale. Você escolhe só se fizer sentido, e também dá para propor outra forma.',
    push: { title: 'Há uma novidade para você', body: 'Veja se alguma das novas opções combina com você.' },
    voice: 'Há novas opções para você escolher, se fizerem sentido.',
  },
  en: {
    email: {
      subject: 'There is something new to choose from',
      preheader: 'See whether one of these options suits you.',
      heading: 'New options to choose from',
      paragraphs: [
        'Hello, {{firstName}}. This is {{creditorName}}.',
        'We prepared new options for what is open between us. Each shows what it costs in total, until which day it stands and what comes next.',
        'Compare them calmly and choose only if one makes sense to you. You can propose another way too.',
      ],
      button: 'Compare the options',
    },
    sms: 'there are new options for you.',
    whatsapp: 'We prepared new options for you. Each shows what it costs in total and until which day it stands. Choose only if one makes sense, or propose another way.',
    push: { title: 'Something new for you', body: 'See whether one of the new options suits you.' },
    voice: 'There are new options to choose from, if they make sense to you.',
  },
})
