import type { FastifyInstance } from 'fastify'
import { cardRoutes } from './modules/cards/index.ts'
import { clientRoutes, creditorRoutes, settingsRoutes } from './modules/creditors/index.ts'
import { indexRoutes } from './modules/indices/index.ts'
import { debtRoutes } from './modules/debts/index.ts'
import { identityRoutes } from './modules/identity/index.ts'
import { conversationRoutes } from './modules/conversations/index.ts'
import { disputeRoutes } from './modules/disputes/index.ts'
import { blockListRoutes, choiceRoutes, messageRoutes, publicMessageRoutes } from './modules/messaging/index.ts'
import { automaticPixRoutes } from './modules/automatic-pix/index.ts'
import { policyRoutes } from './modules/policies/index.ts'
import { profileRoutes, segmentRoutes } from './modules/segments/index.ts'
import { simulationRoutes } from './modules/simulations/index.ts'
import { statementRoutes } from './modules/statements/index.ts'
import { offerRoutes } from './modules/offers/index.ts'
import { proposalRoutes } from './modules/proposals/index.ts'
import { affordabilityRoutes } from './modules/affordability/index.ts'
import { agreementRoutes } from './modules/agreements/index.ts'
import { amendmentRoutes } from './modules/amendments/index.ts'
import { bankFileRoutes } from './modules/bank-files/index.ts'
import { boletoRoutes } from './modules/boletos/index.ts'
import { pixRefundRoutes } from './modules/pix-refunds/index.ts'
import { pixSweepRoutes } from './modules/pix-arrivals/index.ts'
import { pixAccountRoutes } from './modules/pix-accounts/index.ts'
import { paymentRoutes } from './modules/payments/index.ts'
import { escalationRoutes } from './modules/escalations/index.ts'
import { serviceRuleRoutes } from './modules/service-rules/index.ts'
import { delistingRoutes } from './modules/delistings/index.ts'
import { refundRoutes } from './modules/refunds/index.ts'
import { yearlyStatementRoutes } from './modules/yearly-statements/index.ts'
import { ledgerRoutes } from './modules/ledger/index.ts'
import { carrierWebhookRoutes, channelRoutes } from './modules/channels/index.ts'
import { newsRoutes } from './modules/news/index.ts'
import { rulerRoutes } from './modules/rulers/index.ts'
import { templateRoutes } from './modules/templates/index.ts'
import { webhookRoutes } from './modules/webhooks/index.ts'

/** Every counter of the house, under /v1. What they answer is somebody's own: no browser and no proxy keeps it. */
export async function routes(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store')
  })
  await app.register(creditorRoutes)
  await app.register(clientRoutes)
  await app.register(settingsRoutes)
  await app.register(identityRoutes)
  await app.register(indexRoutes)
  await app.register(debtRoutes)
  await app.register(disputeRoutes)
  await app.register(conversationRoutes)
  await app.register(messageRoutes)
  await app.register(blockListRoutes)
  await app.register(choiceRoutes)
  await app.register(publicMessageRoutes)
  await app.register(automaticPixRoutes)
  await app.register(policyRoutes)
  await app.register(segmentRoutes)
  await app.register(profileRoutes)
  await app.register(simulationRoutes)
  await app.register(offerRoutes)
  await app.register(proposalRoutes)
  await app.register(affordabilityRoutes)
  await app.register(agreementRoutes)
  await app.register(amendmentRoutes)
  await app.register(boletoRoutes)
  await app.register(pixAccountRoutes)
  await app.register(pixSweepRoutes)
  await app.register(pixRefundRoutes)
  await app.register(paymentRoutes)
  await app.register(refundRoutes)
  await app.register(delistingRoutes)
  await app.register(escalationRoutes)
  await app.register(serviceRuleRoutes)
  await app.register(yearlyStatementRoutes)
  await app.register(ledgerRoutes)
  await app.register(bankFileRoutes)
  await app.register(statementRoutes)
  await app.register(cardRoutes)
  await app.register(channelRoutes)
  await app.register(carrierWebhookRoutes)
  await app.register(newsRoutes)
  await app.register(templateRoutes)
  await app.register(webhookRoutes)
  await app.register(rulerRoutes)
}
