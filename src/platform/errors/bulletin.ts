import { known } from './known.ts';

/** Bulletins. */
export const bulletinErrors = {
  'bulletin.findings': known(
    409,
    '有 {count} 项问题，通报不能冻结：{detail}',
    'The bulletin cannot be frozen, {count} things stand against it: {detail}',
  ),
  'bulletin.freezing': known(
    409,
    '这份通报正在冻结中，请等它结束，或先取消。',
    'The bulletin is being frozen already. Wait for the end, or cancel it first.',
  ),
  'bulletin.notFreezing': known(409, '这份通报没有正在进行的冻结。', 'No freeze of the bulletin is under way.'),
  'bulletin.freezeCancelled': known(
    409,
    '冻结已取消，通报仍是草稿。',
    'The freeze was cancelled; the bulletin is still a draft.',
  ),
  'bulletin.notFrozen': known(
    409,
    '通报尚未冻结，没有可核验的文件。',
    'The bulletin is not frozen yet; there is nothing to verify.',
  ),
  'bulletin.unchanged': known(
    409,
    '“{figure}”按现有记录仍为{value}，无须更正。',
    'By the records of today "{figure}" is still {value}; there is nothing to correct.',
  ),
} as const;
