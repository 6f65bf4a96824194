import { builtIn } from './put-in-frame.ts'

export const serviceRestored = builtIn({ key: 'service-restored', purpose: 'service', variables: [{ name: 'sentence', type: 'text', maxLength: 300 }] }, {
  'pt-BR': {
    email: {
      subject: 'Seu serviço voltou',
      preheader: 'Está tudo como antes.',
      heading: 'Seu serviço voltou',
      paragraphs: [
        'Olá, {{firstName}}. {{creditorName}} confirma: {{sentence}}',
        'Você não precisa fazer nada. Se algo ainda não funciona, conte para nós.',
      ],
      button: 'Ver os detalhes',
    },
    sms: 'seu serviço voltou.',
    whatsapp: 'Seu serviço voltou, e você não precisa fazer nada. Se algo ainda não funciona, conte para nós.',
    push: { title: 'Seu serviço voltou', body: 'Está tudo como antes.' },
    voice: 'Seu serviço voltou, e você não precisa fazer nada.',
  },
  en: {
    email: {
      subject: 'Your service is back',
      preheader: 'Everything is as before.',
      heading: 'Your service is back',
      paragraphs: [
        'Hello, {{firstName}}. {{creditorName}} confirms: {{sentence}}',
        'There is nothing that you have to do. If something does not work yet, tell us.',
      ],
      button: 'See the details',
    },
    sms: 'your service is back.',
    whatsapp: 'Your service is back, and there is nothing that you have to do. If something does not work yet, tell us.',
    push: { title: 'Your service is back', body: 'Everything is as before.' },
    voice: 'Your service is back, and there is nothing that you have to do.',
  },
})
