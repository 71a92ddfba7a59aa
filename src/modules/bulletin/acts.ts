import { type Act, defineAct } from '../../platform/ledger/acts.ts';
import { words } from '../../platform/words.ts';
import { bulletinLifecycle } from './lifecycle.ts';

const rule = `${bulletinLifecycle.name}@${bulletinLifecycle.version}`;

export const writing: Act = defineAct({
  name: 'bulletin.write',
  words: words('起草或修改通报', 'Draft or edit a bulletin'),
  permission: 'bulletin.write',
  rule,
});
/** Its entry names the hash of every part of the bulletin: the anchor of the offline check. */
export const freezing: Act = defineAct({
  name: 'bulletin.freeze',
  words: words('冻结通报', 'Freeze a bulletin'),
  permission: 'bulletin.freeze',
  rule,
});
export const cancellingFreeze: Act = defineAct({
  name: 'bulletin.cancel-freeze',
  words: words('取消冻结', 'Cancel a freeze'),
  permission: 'bulletin.freeze',
  rule,
});
export const publishing: Act = defineAct({
  name: 'bulletin.publish',
  words: words('发布通报', 'Publish a bulletin'),
  permission: 'bulletin.publish',
  rule,
});
export const correcting: Act = defineAct({
  name: 'bulletin.correct',
  words: words('更正通报', 'Correct a bulletin'),
  permission: 'bulletin.publish',
  rule,
});
