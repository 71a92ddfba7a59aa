import { words } from '../../platform/words.ts';
import { programmeFigures } from './figures.ts';
import {
  documents,
  eventSecurityTasks,
  measures,
  meetingAttendances,
  meetingDecisions,
  meetings,
  milestones,
  phases,
  programmes,
  reformTasks,
  specialActions,
  specialActionTasks,
} from './registers.ts';

export * from './registers.ts';

export const programmeModule = {
  name: 'programme',
  words: words('专项方案', 'Programme'),
  registers: [
    programmes,
    phases,
    meetings,
    meetingAttendances,
    meetingDecisions,
    documents,
    measures,
    specialActions,
    specialActionTasks,
    reformTasks,
    eventSecurityTasks,
    milestones,
  ],
  figures: programmeFigures,
};
