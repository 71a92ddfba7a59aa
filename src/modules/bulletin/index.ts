import { words } from '../../platform/words.ts';
import { bulletinFigures } from './figures.ts';
import { pressConferences } from './registers.ts';

export * from './registers.ts';

export const bulletinModule = {
  name: 'bulletin',
  words: words('新闻通报', 'Bulletins'),
  registers: [pressConferences],
  figures: bulletinFigures,
};
