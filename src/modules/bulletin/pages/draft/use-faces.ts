import { fill } from '../../../../platform/words.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { printValue } from '../../prose.ts';
import type { ShownFigure } from '../prose/Prose.tsx';
import type { Mark } from './draft-text.ts';
import type { MarkFace } from './runs-in-dom.ts';

/** What marks show: the number as it will be printed; what they say: the figure's name with it. */
export function useFaces(figures: readonly ShownFigure[]): (mark: Mark) => MarkFace {
  const { t, say } = useSpeech();
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return (mark) => {
    const figure = byId.get(mark.figure);
    // A mark may name a figure that is gone; its id is then all there is to say.
    const text = figure ? printValue(figure, mark.printed, mark.said, 'zh') : mark.figure;
    return { text, label: fill(t.bulletins.mark, { name: figure ? say(figure.words) : mark.figure, value: text }) };
  };
}
