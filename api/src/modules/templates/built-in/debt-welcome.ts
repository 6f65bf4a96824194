import { builtIn } from './put-in-frame.ts'

export const debtWelcome = builtIn({ key: 'debt-welcome', purpose: 'collection', category: 'marketing' }, {
  'pt-BR': {
    email: {
      subject: 'Um lugar para você resolver com calma',
      preheader: 'Entre quando quiser e veja suas opções.',
      heading: 'Veja suas opções com calma',
      paragraphs: [
        'Olá, {{firstName}}. Aqui é {{creditorName}}.',
        'Temos um assunto em aberto com você. Abrimos um lugar em que dá para ver o que é, de onde vem cada valor e quais são as suas opções, sem precisar falar com ninguém.',
        'Você entra com seu CPF e um código que mandamos na hora. Nada aparece antes disso, e nada é combinado sem você ler e aceitar.',
        'Se já resolveu, ou se isso não é com você, dá para nos contar lá mesmo.',
      ],
      button: 'Ver minhas opções',
    },
    sms: 'veja suas opções com calma.',
    whatsapp: 'Abrimos um lugar em que você vê suas opções quando quiser, sem precisar falar com ninguém. Você entra com seu CPF, e nada aparece antes disso. Se isso não é com você, dá para nos contar lá mesmo.',
    push: { title: 'Um lugar só seu', body: 'Entre quando quiser e veja suas opções com calma.' },
    voice: 'Abrimos um lugar em que você vê suas opções com calma, a qualquer hora.',
  },
  en: {
    email: {
      subject: 'A place to sort things out calmly',
      preheader: 'Come in whenever you like and see your options.',
      heading: 'See your options calmly',
      paragraphs: [
        'Hello, {{firstName}}. This is {{creditorName}}.',
        'There is something open between us. We made a place where you can see what it is, where each amount comes from and which options you have, without having to talk to anybody.',
        'You sign in with your CPF and a code that we send you then. Nothing is shown before that, and nothing is agreed unless you read and accept it.',
        'If it is settled already, or is not about you, you can tell us there.',
      ],
      button: 'See my options',
    },
    sms: 'see your options calmly.',
    whatsapp: 'We made a place where you can see your options whenever you like, without having to talk to anybody. You sign in with your CPF, and nothing is shown before that. If this is not about you, you can tell us there.',
    push: { title: 'A place of your own', body: 'Come in whenever you like and see your options.' },
    voice: 'We made a place where you can see your options calmly, at any hour.',
  },
})
