import { builtIn } from './put-in-frame.ts'

/** Before a debt is brought to a registry of protest the person is told, with time to pay or to contest it; the registry’s own notice comes on top (Lei 9.492/97, art. 14). */
export const protestNotice = builtIn({ key: 'protest-notice', purpose: 'collection', variables: [{ name: 'lastOn', type: 'day' }] }, {
  'pt-BR': {
    email: {
      subject: 'Um aviso para você ler até {{lastOn}}',
      preheader: 'É seu direito saber antes. Veja o que dá para fazer.',
      heading: 'Um aviso antes de qualquer passo',
      paragraphs: [
        'Olá, {{firstName}}. Aqui é {{creditorName}}.',
        'Você fica sabendo antes: o que está em aberto entre nós pode ser levado a um cartório de protesto depois de {{lastOn}}.',
        'Até lá você pode pagar, combinar outra forma, ou dizer que não reconhece. Enquanto uma contestação é verificada, nada é levado. Um acordo assinado também evita esse passo.',
        'Este aviso não muda os seus direitos. Lá dentro estão o contrato, cada valor e de onde ele vem.',
      ],
      button: 'Ver o que dá para fazer',
    },
    sms: 'há um aviso para ler até {{lastOn}}.',
    whatsapp: 'Há um aviso para você ler até {{lastOn}}. É seu direito saber antes: lá dentro está o que é, e o que dá para fazer até esse dia.',
    push: { title: 'Um aviso até {{lastOn}}', body: 'É seu direito saber antes. Veja o que dá para fazer.' },
    voice: 'Há um aviso para você ler até {{lastOn}}.',
  },
  en: {
    email: {
      subject: 'A notice for you to read until {{lastOn}}',
      preheader: 'It is your right to know first. See what can be done.',
      heading: 'A notice before any step',
      paragraphs: [
        'Hello, {{firstName}}. This is {{creditorName}}.',
        'You know first: what is open between us may be brought to a registry of protest after {{lastOn}}.',
        'Until then you can pay, agree on another way, or say that you do not recognise it. While a dispute is checked, nothing is brought there. A signed agreement keeps it from that step too.',
        'This notice changes none of your rights. The contract, each amount and where it comes from are inside.',
      ],
      button: 'See what can be done',
    },
    sms: 'a notice to read until {{lastOn}}.',
    whatsapp: 'There is a notice for you to read until {{lastOn}}. It is your right to know first: what it is about, and what can be done until that day, stands inside.',
    push: { title: 'A notice until {{lastOn}}', body: 'It is your right to know first. See what can be done.' },
    voice: 'There is a notice for you to read until {{lastOn}}.',
  },
})
