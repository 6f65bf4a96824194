import { Notice } from '../../ui/notice.tsx'

/** How to know a message that only pretends, and what to do with one. */
export function ScamAdvice() {
  return (
    <section className="stack stack-tight" aria-labelledby="golpe">
      <h2 id="golpe">Como reconhecer um golpe</h2>
      <ul className="bullets">
        <li>Nunca pedimos que você conte um código, uma senha ou o número do cartão. O código que chega para você só se digita aqui.</li>
        <li>Nunca cobramos para consultar, para dar desconto ou para limpar o nome.</li>
        <li>Pague só se o banco mostrar o nome e o CNPJ da empresa que está na sua página. Se aparecer outro nome, pare.</li>
        <li>Mensagem com pressa ou ameaça não é nossa. Nenhuma oferta daqui acaba em minutos.</li>
        <li>Na dúvida, não toque no link: digite <strong>{globalThis.location.host}</strong> no navegador e entre por lá.</li>
      </ul>
    </section>
  )
}

/** For who has paid already. */
export function AlreadyPaid() {
  return (
    <Notice icon="phone">
      <h2>Já pagou ou contou um código?</h2>
      <p>Ligue agora para o seu banco pelo número que está no cartão e peça a devolução do Pix por golpe. O banco tem esse pedido até 80 dias depois do pagamento.</p>
      <p>Depois registre um boletim de ocorrência. Em quase todo o país dá para fazer pela internet.</p>
    </Notice>
  )
}
