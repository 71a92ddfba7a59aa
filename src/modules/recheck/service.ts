export { auditFrame, auditPlan } from './service/audit.ts';
export { recordResult, stepAside, takeCase } from './service/check.ts';
export { LEAD, type RecheckDesk } from './service/desk.ts';
export { openCase, recheckFile } from './service/file.ts';
export { planDraw, previewPlan } from './service/plan.ts';
export { PATIENCE } from './service/relay.ts';
export { drawByBeacon, drawByRelay, drawDue, enterDice } from './service/seed.ts';
export { listDrawn, listOwn, listPlans, viewPlan } from './service/view.ts';
