import { words } from '../../platform/words.ts';
import { educationFigures } from './figures.ts';
import { activities, attendance, certificates } from './registers.ts';

export * from './registers.ts';

export const educationModule = {
  name: 'education',
  words: words('学习教育', 'Education'),
  registers: [activities, attendance, certificates],
  figures: educationFigures,
};
