import { count, figures } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { centres, items, platformFeatures, platforms } from './registers.ts';

export const servicesFigures = figures({
  'platforms.four': {
    words: words('四个平台', 'The four platforms'),
    unit: '个',
    kind: 'constant',
    value: count(of(platforms, { group: 'FOUR_PLATFORMS' })),
  },
  'oneStop.features': {
    words: words('一站式服务平台的功能', 'Features of the one-stop platform'),
    unit: '项',
    kind: 'constant',
    value: count(of(platformFeatures, { 'platform.group': 'ONE_STOP' })),
  },
  'household.services': {
    words: words('接入微信的户政业务', 'Household-registration services in WeChat'),
    unit: '项',
    kind: 'measure',
    value: count(of(items, { domain: 'HOUSEHOLD', onWechat: true, enabled: true })),
  },
  'supplyChainCentre.first': {
    // "First in the country" is a claim that no record can prove; what is counted is the centre.
    words: words('供应链行业法律公共服务中心', 'Legal service centres for supply chains'),
    unit: '个',
    kind: 'ordinal',
    value: count(of(centres, { kind: 'SUPPLY_CHAIN_LEGAL' })),
  },
});
