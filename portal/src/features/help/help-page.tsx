import './help-page.css'
import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { Page, PageTitle } from '../../ui/page.tsx'
import { CommonQuestions } from './common-questions.tsx'
import { YourRights } from './your-rights.tsx'

/** How it works, how to know that it is true, and who helps for free. */
export function HelpPage() {
  useScrollToHash()
  return (
    <Page>
      <div className="page-head">
        <PageTitle>Ajuda</PageTitle>
        <p className="lead">Respostas curtas. Se faltar alguma, fale com a empresa: o contato dela está em cada dívida.</p>
      </div>
      <nav aria-label="Nesta página">
        <ul className="plain-list help-index">
          <li><a href="#como-funciona">Como funciona</a></li>
          <li><a href="#site-verdadeiro">Como saber que este site é verdadeiro</a></li>
          <li><a href="#perguntas">Perguntas comuns</a></li>
          <li><a href="#seus-direitos">Seus direitos</a></li>
        </ul>
      </nav>
      <HowItWorks />
      <TrueSite />
      <CommonQuestions />
      <YourRights />
    </Page>
  )
}

function HowItWorks() {
  return (
    <section id="como-funciona" className="help-part" aria-labelledby="como-funciona-t">
      <h2 id="como-funciona-t">Como funciona</h2>
      <ol className="help-steps">
        <li>Você digita o CPF e recebe um código no contato que a empresa já tem de você.</li>
        <li>Você vê o que deve a cada empresa e por que o valor é esse.</li>
        <li>Você compara pagar à vista ou em parcelas e escolhe o dia do mês.</li>
        <li>Você lê o termo inteiro e, se quiser, assina com outro código. Antes disso nada é cobrado.</li>
        <li>Você paga cada parcela por Pix, direto para a empresa. Quando terminar, a carta de quitação fica aqui.</li>
      </ol>
    </section>
  )
}

function TrueSite() {
  return (
    <section id="site-verdadeiro" className="help-part" aria-labelledby="site-verdadeiro-t">
      <h2 id="site-verdadeiro-t">Como saber que este site é verdadeiro</h2>
      <ul className="help-list">
        <li>O endereço no alto do navegador é <strong>{globalThis.location.host}</strong>. Compare com o que a empresa informa nos canais dela.</li>
        <li>Aqui ninguém pede senha do banco, foto de documento, número de cartão nem pagamento para consultar.</li>
        <li>O Pix sai no nome e no CNPJ da empresa que está no acordo. Se o aplicativo do banco mostrar outro nome, não pague.</li>
        <li>Cada acordo assinado tem um código. Qualquer pessoa pode <Link to={paths.verify}>conferir um acordo</Link> sem entrar.</li>
        <li>Cada mensagem que enviamos traz um código. Antes de tocar em um link, veja se <Link to={paths.checkMessage}>a mensagem é mesmo nossa</Link>.</li>
        <li>Em dúvida, ligue para a empresa por um telefone que você já conhece.</li>
      </ul>
    </section>
  )
}

// The router moves between pages without the browser's own jump to an anchor.
function useScrollToHash(): void {
  const { hash, key } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash, key])
}
