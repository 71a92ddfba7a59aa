import { pressConferences } from '../../src/modules/bulletin/index.ts';
import { cityUnit } from '../city.ts';
import { type Table, table } from '../rows.ts';
import { city, days } from '../story.ts';

/** The press conferences: the second is held on the cut-off day, the third has not been held yet. */
export const conferenceTable = (): Table =>
  table(
    pressConferences,
    (
      [
        [1, '2021-04-27'],
        [2, days.asOf],
        [3, '2021-08-20'],
      ] as const
    ).map(([sequence, heldOn]) => ({
      number: `FBH-2021-${sequence}`,
      sequence,
      title: `${city.name}政法队伍教育整顿第${'一二三'[sequence - 1]}次新闻发布会`,
      heldOn,
      place: '市政府新闻发布厅',
      host: '市委宣传部',
      unit: cityUnit('LEGAL_AFFAIRS_COMMITTEE').name,
      outlets: '昭澄日报、昭澄广播电视台、昭澄新闻网',
    })),
  );
