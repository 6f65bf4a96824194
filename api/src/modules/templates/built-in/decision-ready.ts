import { builtIn } from './put-in-frame.ts'

export const decisionReady = builtIn({ key: 'decision-ready', purpose: 'service' }, {
  'pt-BR': {
    email: {
      subject: 'Há uma decisão para você ler',
      preheader: 'Uma pessoa olhou o seu pedido.',
      heading: 'Seu pedido foi decidido',
      paragraphs: [
        'Olá, {{firstName}}. Uma pessoa de {{creditorName}} olhou o seu pedido e decidiu.',
        'A decisão e os motivos estão lá dentro, com o que você pode fazer agora.',
      ],
      button: 'Ler a decisão',
    },
    sms: 'seu pedido tem uma decisão.',
    whatsapp: 'Uma pessoa olhou o seu pedido e decidiu. A decisão e os motivos estão lá dentro, com o que você pode fazer agora.',
    push: { title: 'Há uma decisão para você ler', body: 'Uma pessoa olhou o seu pedido.' },
    voice: 'Uma pessoa olhou o seu pedido, e há uma decisão para você ler.',
  },
  en: {
    email: {
      subject: 'There is a decision for you to read',
      preheader: 'A person looked at your request.',
      heading: 'Your request was decided',
      paragraphs: [
        'Hello, {{firstName}}. A person at {{creditorName}} looked at your request and decided.',
        'The decision and the reasons are inside, with what you can do now.',
      ],
      button: 'Read the decision',
    },
    sms: 'your request has a decision.',
    whatsapp: 'A person looked at your request and decided. The decision and the reasons are inside, with what you can do now.',
    push: { title: 'There is a decision for you', body: 'A person looked at your request.' },
    voice: 'A person looked at your request, and there is a decision for you to read.',
  },
})
