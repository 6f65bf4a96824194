import { Notice } from '../../ui/notice.tsx'

/** Sources: CDC arts. 42, 42-A, 52 §2, 54-A to 54-D, 104-A; Decretos 11.150/22 and 11.567/23; LGPD art. 18. */
export function YourRights() {
  return (
    <section id="seus-direitos" className="help-part" aria-labelledby="seus-direitos-t">
      <h2 id="seus-direitos-t">Seus direitos</h2>
      <ul className="help-list">
        <li><strong>Saber por que deve.</strong> Quem cobra precisa mostrar o valor original, cada acréscimo, o nome, o endereço e o CNPJ.</li>
        <li><strong>Ser tratado com respeito.</strong> Ninguém pode ameaçar, expor ou constranger você por causa de uma dívida.</li>
        <li><strong>Ler antes e guardar depois.</strong> O termo inteiro aparece antes da assinatura e fica disponível para baixar.</li>
        <li><strong>Pagar antes, com desconto.</strong> Pagando parcelas antes da data, os juros diminuem na mesma proporção.</li>
        <li><strong>Viver com o básico.</strong> A lei protege uma parte da renda para as despesas básicas, o mínimo existencial: R$ 600 por mês em novembro de 2026. Se as dívidas não deixam isso, você pode pedir uma repactuação com todos os credores juntos, no Procon ou na Justiça.</li>
        <li><strong>Cuidar dos seus dados.</strong> Você pode pedir à empresa os dados que ela tem de você e a correção do que estiver errado.</li>
      </ul>
      <Notice icon="shield">
        <h3>Quem ajuda de graça</h3>
        <p><strong>Procon</strong> da sua cidade ou do seu estado: reclamações e repactuação de dívidas.</p>
        <p><strong>Defensoria Pública</strong> do seu estado: orientação e defesa para quem não pode pagar advogado.</p>
        <p><strong><a href="https://www.consumidor.gov.br" rel="noreferrer">consumidor.gov.br</a></strong>: serviço público para falar com a empresa pela internet.</p>
      </Notice>
    </section>
  )
}
