export { policyRoutes } from './policies.routes.ts'
export { findPolicyInForce, type PolicyInForce, type RunningCampaign } from './policies-in-force.repository.ts'
