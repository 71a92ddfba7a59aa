export { meetingAttendances, meetingDecisions, meetings } from './registers/meetings.ts';
export { documents, measures, phases, programmes } from './registers/plan.ts';
export {
  eventSecurityTasks,
  milestones,
  reformTasks,
  specialActions,
  specialActionTasks,
} from './registers/tasks.ts';
