import type { Browser } from 'playwright-core'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import { clientAccess } from '../demo/client-access.ts'
import { codeMailedBy } from '../demo/mail-codes.ts'
import { situationEmail } from '../demo/portfolio.ts'
import { signAgreement } from '../demo/sign-agreement.ts'
import type { DemoHouse } from './demo-house.ts'
import { openCamera, type Camera } from './camera.ts'
import { messageCheck, ownSide } from './contact-stops.ts'
import { enter, person } from './enter.ts'
import { automaticPix, contested, paidAndTakenBack, settledAfterProtest } from './money-stops.ts'
import { acceptTerm, chooseOption, debtCard, goOnToCheck, openOptions, typeCode, typeCpf } from './steps.ts'

export type Tour = Pick<DemoHouse, 'portal' | 'mail' | 'clientId' | 'clientSecret' | 'today'>

/** Walks through the portal as several people of the demo and saves a picture of each page in the folder. */
export async function takeTour(browser: Browser, tour: Tour, folder: string): Promise<void> {
  const stops = [frontDoor, wholePath, runningAgreement, nothingOwed, manyDebts, longPlan, ownOffer, adjustment, courtPlan, secondThoughts, paidAndTakenBack, automaticPix, contested, settledAfterProtest, messageCheck, ownSide]
  for (const stop of stops) {
    const camera = await openCamera(browser, folder)
    await stop(camera, tour)
    await camera.close()
  }
}

async function frontDoor({ page, shoot }: Camera, { portal }: Tour): Promise<void> {
  await page.goto(portal)
  await shoot('01-sign-in')
  await shoot('01-sign-in', { dark: true })
  await page.getByRole('button', { name: 'Continuar' }).click()
  await shoot('01-sign-in-mistake')
  await page.goto(`${portal}/ajuda`)
  await page.getByRole('heading', { name: 'Ajuda', exact: true }).waitFor()
  await shoot('14-help')
  await page.goto(`${portal}/verificar`)
  await page.getByLabel('Código de verificação').waitFor()
  await shoot('12-verify')
  await page.goto(`${portal}/verificar/2222-2222-2222`)
  await page.getByRole('heading', { name: 'Não encontramos este código' }).waitFor()
  await shoot('13-verification-unknown')
  await page.goto(`${portal}/nada`)
  await page.getByRole('heading', { name: 'Não há nada neste endereço' }).waitFor()
  await shoot('15-not-found')
}

// Marina owes at two creditors; she signs with the first.
async function wholePath(camera: Camera, tour: Tour): Promise<void> {
  const { page, shoot } = camera
  const email = situationEmail(person('52998224725'))
  await page.goto(tour.portal)
  const { code } = await codeMailedBy(tour.mail, email, () => typeCpf(page, '52998224725'))
  await shoot('02-code')
  await typeCode(page, code === '000000' ? '000001' : '000000', 'Entrar')
  await page.getByRole('alert').waitFor()
  await shoot('02-code-mistake')
  await typeCode(page, code, 'Entrar')
  await debtCard(page, 'Lojas Aurora').getByText('Por que esse valor?').click()
  await shoot('03-debts')
  await shoot('03-debts', { dark: true })
  await debtCard(page, 'Lojas Aurora').getByRole('link', { name: /^Não concordo com/ }).click()
  await page.getByRole('radio', { name: 'Eu já paguei' }).check()
  await shoot('03-contest')
  await page.getByRole('link', { name: 'Agora não' }).click()
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('radio', { name: /^À vista/ }).first().waitFor()
  await shoot('05-options')
  await answerAndSign(camera, tour, email)
  await settle(camera, tour)
}

async function answerAndSign({ page, shoot }: Camera, { mail }: Tour, email: string): Promise<void> {
  await page.getByLabel('Valor por mês').fill('150')
  await page.getByRole('button', { name: 'Ver o que cabe' }).click()
  await page.getByText(/cabem? em/).waitFor()
  await shoot('05-options-budget')
  await page.getByRole('button', { name: 'Ver todas na lista' }).click()
  await chooseOption(page, /^10 vezes/)
  await shoot('05-options-chosen')
  await goOnToCheck(page)
  await shoot('06-check')
  const { code } = await codeMailedBy(mail, email, () => acceptTerm(page))
  await shoot('08-sign')
  await page.goBack()
  await page.getByText('Ler o termo do acordo').click()
  await page.getByRole('region', { name: 'Texto do termo' }).waitFor()
  await shoot('07-term')
  await page.goForward()
  await typeCode(page, code, 'Assinar o acordo')
  await page.getByRole('button', { name: 'Copiar código Pix' }).waitFor()
  await shoot('09-signed')
  await page.getByRole('link', { name: 'Acordos', exact: true }).click()
  await page.getByRole('heading', { name: 'Meus acordos' }).waitFor()
  await shoot('10-agreements')
}

// The shop's own system posts what was paid.
async function settle({ page, shoot }: Camera, { portal, ...client }: Tour): Promise<void> {
  const { call } = clientAccess(portal, client)
  const { data } = await call<{ data: Agreement[] }>('GET', '/v1/agreements?status=awaiting_first_payment&limit=1')
  const { id = '', totalCents, signedAt } = data[0] ?? {}
  await call('POST', '/v1/payments', { body: { agreementId: id, amountCents: totalCents, paidAt: signedAt, method: 'pix', externalReference: `TOUR-${id}` } })
  await page.goto(`${portal}/acordos/${id}`)
  await page.getByRole('link', { name: 'Baixar a carta de quitação' }).waitFor()
  await shoot('11-settled')
}

async function runningAgreement(camera: Camera, tour: Tour): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, tour, '15350946056')
  await shoot('03-debts-in-agreement')
  await page.getByRole('link', { name: /Ver acordo/ }).click()
  await page.getByRole('button', { name: 'Copiar código Pix' }).waitFor()
  await shoot('11-agreement-running')
  await shoot('11-agreement-running', { dark: true })
  await page.locator('a[href^="/verificar/"]').first().click()
  await page.getByRole('heading', { name: 'Este acordo é verdadeiro' }).waitFor()
  await shoot('13-verification')
}

async function nothingOwed(camera: Camera, tour: Tour): Promise<void> {
  await enter(camera, tour, '98765432100')
  await camera.shoot('03-nothing-owed')
  await camera.page.getByRole('button', { name: 'Sair' }).click()
  await camera.page.getByRole('heading', { name: 'Você saiu' }).waitFor()
  await camera.shoot('01-signed-out')
}

async function manyDebts(camera: Camera, tour: Tour): Promise<void> {
  await enter(camera, tour, '86288366757')
  await camera.shoot('03-debts-many')
  await openOptions(camera.page, 'Vivaz Telecom')
  await camera.page.getByRole('checkbox').first().waitFor()
  await camera.shoot('04-choose-debts')
}

async function longPlan(camera: Camera, tour: Tour): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, tour, '12345678909')
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('button', { name: /Ver todas as/ }).click()
  await chooseOption(page, /^24 vezes/)
  await shoot('05-options-all')
  await goOnToCheck(page)
  await shoot('06-check-with-interest')
}

// João says what his month bears, and offers what no option comes down to.
async function ownOffer(camera: Camera, tour: Tour): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, tour, '11144477735')
  await openOptions(page, 'Lojas Aurora')
  await page.getByRole('link', { name: 'Fazer a conta' }).click()
  await shoot('16-month')
  await page.getByLabel('Quanto entra por mês?').fill('2.100')
  await page.getByLabel('Quanto sai com o básico?').fill('1.720')
  await page.getByRole('button', { name: 'Ver quanto sobra' }).click()
  await page.getByText('Comece por esta').waitFor()
  await shoot('16-month-answer')
  await page.getByRole('link', { name: 'Fazer minha proposta' }).click()
  await page.getByLabel('Quanto por mês').fill('90')
  await shoot('17-proposal-question')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('button', { name: 'Sem entrada' }).click()
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { name: 'Confira sua proposta' }).waitFor()
  await shoot('17-proposal-check')
  await page.getByRole('button', { name: 'Enviar proposta' }).click()
  await page.getByText('Você propôs', { exact: true }).waitFor()
  await shoot('18-proposal-answer')
  await page.getByRole('link', { name: 'Minhas propostas' }).click()
  await page.getByRole('heading', { name: 'Minhas propostas' }).waitFor()
  await shoot('18-proposals')
}

async function adjustment(camera: Camera, tour: Tour): Promise<void> {
  const { page, shoot } = camera
  await enter(camera, tour, '15350946056')
  await page.getByRole('link', { name: /Ver acordo/ }).click()
  await page.getByRole('link', { name: 'Ver os ajustes' }).click()
  await page.getByRole('heading', { name: 'Do que você precisa?' }).waitFor()
  await shoot('19-repairs')
  await page.getByRole('link', { name: 'Levar uma parcela para o fim' }).click()
  await page.getByRole('radio').first().check()
  await shoot('19-repair-question')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await page.getByRole('heading', { name: 'Veja como fica' }).waitFor()
  await shoot('19-repair-check')
}

// Cláudia's plan comes from a court.
async function courtPlan(camera: Camera, tour: Tour): Promise<void> {
  const { page, shoot } = camera
  const { call } = clientAccess(tour.portal, tour)
  const cpf = '12345678909'
  const { debts } = await call<{ debts: { externalId: string }[] }>('POST', '/v1/debt-lookups', { body: { cpf } })
  const installments = [1, 2, 3, 4, 5, 6].map((months) => ({ dueOn: addMonths(tour.today, months), amountCents: 155_000 }))
  const body = { cpf, debtExternalIds: debts.map(({ externalId }) => externalId), kind: 'agreed', court: '1ª Vara Cível de Exemplo', caseNumber: '0001234-03.2026.8.26.0100', ratifiedOn: tour.today, installments }
  await call('POST', '/v1/court-plans', { body })
  await enter(camera, tour, cpf)
  await shoot('20-debts-court-plan')
  await page.getByRole('link', { name: /Ver acordo/ }).click()
  await page.getByRole('button', { name: 'Copiar código Pix' }).waitFor()
  await shoot('20-court-plan')
}

// João signs, pays, and undoes it within his days.
async function secondThoughts(camera: Camera, tour: Tour): Promise<void> {
  const { page, shoot } = camera
  const cpf = '11144477735'
  const agreement = await signAgreement({ apiUrl: tour.portal, mailUrl: tour.mail, debtor: { cpf, email: situationEmail(person(cpf)) } })
  const { id, installments, signedAt } = agreement
  await clientAccess(tour.portal, tour).call('POST', '/v1/payments', { body: { agreementId: id, amountCents: installments[0]!.amountCents, paidAt: signedAt, method: 'pix', externalReference: `TOUR-${id}` } })
  await enter(camera, tour, cpf)
  await page.goto(`${tour.portal}/acordos/${id}/desistir`)
  await page.getByRole('button', { name: /Desistir/ }).waitFor()
  await shoot('21-withdraw')
  await page.getByRole('button', { name: /Desistir/ }).click()
  await page.getByRole('heading', { name: 'Este acordo foi desfeito' }).waitFor()
  await shoot('21-withdrawn')
}
