export { leniencyLifecycle } from './lifecycle/leniency.ts';
export { problemItemLifecycle } from './lifecycle/problem-item.ts';
export { selfReportLifecycle } from './lifecycle/self-report.ts';
export { talkLifecycle } from './lifecycle/talk.ts';
