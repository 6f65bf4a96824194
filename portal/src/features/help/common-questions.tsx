import { Disclosure } from '../../ui/disclosure.tsx'

const QUESTIONS = [
  ['O código não chegou. E agora?', 'Espere um minuto e olhe também a caixa de spam. Depois peça outro código na mesma página. Se o seu contato mudou, fale com a empresa para atualizar o cadastro: por segurança, o contato não pode ser trocado por aqui.'],
  ['Consultar muda alguma coisa no meu nome?', 'Não. Consultar é grátis e não gera nenhum registro em cadastros de crédito. Nada muda até você assinar um acordo.'],
  ['Não concordo com uma dívida.', 'Não assine e não pague. Em cada dívida há Não concordo com esta dívida: diga por quê e a cobrança para até a empresa responder. É de graça, e vale para dívida que você não conhece, já pagou ou tem o valor errado.'],
  ['Por que o valor mudou?', 'Uma dívida atrasada tem multa, uma vez, e juros por dia. Em Por que esse valor? você vê cada parte e a conta. Depois de assinado, o valor das parcelas não muda, a não ser que uma delas atrase.'],
  ['Posso pagar parcelas antes da data?', 'Pode. Quando o acordo tem juros, a lei garante desconto proporcional ao tempo que falta. Para antecipar várias parcelas, fale com a empresa.'],
  ['Paguei e ainda não aparece.', 'O Pix costuma aparecer em poucos minutos. Guarde o comprovante. Se não aparecer até o fim do dia, fale com a empresa e mostre o comprovante.'],
  ['A assinatura por código vale?', 'Vale como uma assinatura no papel quando as duas partes aceitam esse meio (Medida Provisória 2.200-2, artigo 10, parágrafo 2º). O termo que você leu fica guardado com uma impressão digital que mostra qualquer mudança.'],
] as const

export function CommonQuestions() {
  return (
    <section id="perguntas" className="help-part" aria-labelledby="perguntas-t">
      <h2 id="perguntas-t">Perguntas comuns</h2>
      <div>
        {QUESTIONS.map(([question, answer]) => <Disclosure key={question} title={question}><p>{answer}</p></Disclosure>)}
      </div>
    </section>
  )
}
