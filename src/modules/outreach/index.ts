import { words } from '../../platform/words.ts';
import { outreachFigures } from './figures.ts';
import {
  contacts,
  events,
  practicalItems,
  projectLiaisons,
  projects,
  satisfactionSurveys,
  suggestions,
} from './registers.ts';

export * from './registers.ts';

export const outreachModule = {
  name: 'outreach',
  words: words('为民办实事', 'Outreach'),
  registers: [events, suggestions, satisfactionSurveys, projects, projectLiaisons, contacts, practicalItems],
  figures: outreachFigures,
};
