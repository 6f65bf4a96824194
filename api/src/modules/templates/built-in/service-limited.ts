import { builtIn } from './put-in-frame.ts'

export const serviceLimited = builtIn({ key: 'service-limited', purpose: 'service', variables: [{ name: 'sentence', type: 'text', maxLength: 300 }] }, {
  'pt-BR': {
    email: {
      subject: 'Uma mudança no seu serviço',
      preheader: 'Veja o que muda e como volta.',
      heading: 'O que muda e como volta',
      paragraphs: [
        'Olá, {{firstName}}. Há uma mudança no que você usa de {{creditorName}}.',
        '{{sentence}}',
        'Entre para ver os motivos e o que dá para fazer. Se algo não está certo, conte para nós lá mesmo.',
      ],
      button: 'Ver como volta',
    },
    sms: 'veja o que muda no seu serviço.',
    whatsapp: 'Há uma mudança no seu serviço. Lá dentro está o que muda, por que e como volta. Se algo não está certo, conte para nós lá mesmo.',
    push: { title: 'Uma mudança no seu serviço', body: 'Veja o que muda e como volta.' },
    voice: 'Há uma mudança no seu serviço, e dá para ver como ele volta.',
  },
  en: {
    email: {
      subject: 'A change in your service',
      preheader: 'See what changes and how it comes back.',
      heading: 'What changes and how it comes back',
      paragraphs: [
        'Hello, {{firstName}}. There is a change in what you use of {{creditorName}}.',
        '{{sentence}}',
        'Come in to see the reasons and what can be done. If something is not right, tell us there.',
      ],
      button: 'See how it comes back',
    },
    sms: 'see what changes in your service.',
    whatsapp: 'There is a change in your service. What changes, why and how it comes back stands inside. If something is not right, tell us there.',
    push: { title: 'A change in your service', body: 'See what changes and how it comes back.' },
    voice: 'There is a change in your service, and you can see how it comes back.',
  },
})
