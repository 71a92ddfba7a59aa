export { events, satisfactionSurveys, suggestions } from './registers/events.ts';
export { contacts, practicalItems, projectLiaisons, projects } from './registers/projects.ts';
