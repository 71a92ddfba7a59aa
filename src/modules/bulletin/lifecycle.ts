import { defineLifecycle } from '../../platform/lifecycle/declare.ts';
import { words } from '../../platform/words.ts';

/**
 * The life of a bulletin (reference 26). Its figures are released by a second pair of eyes: whoever froze it does not publish
 * it. A published bulletin is never taken back or rewritten: it is corrected, with a cause.
 */
export const bulletinLifecycle = defineLifecycle({
  name: 'bulletin.bulletin',
  version: 1,
  words: words('通报', 'Bulletin'),
  states: {
    draft: words('草稿', 'Draft'),
    frozen: words('已冻结', 'Frozen'),
    published: words('已发布', 'Published'),
    corrected: words('已更正', 'Corrected'),
  },
  initial: 'draft',
  final: ['published', 'corrected'],
  actions: {
    WRITE: {
      words: words('起草', 'Draft'),
      from: [],
      to: 'draft',
      who: ['PRESS_EDITOR', 'OFFICE_STAFF', 'OFFICE_DIRECTOR'],
      permission: 'bulletin.write',
    },
    EDIT: {
      words: words('修改', 'Edit'),
      from: ['draft'],
      who: ['PRESS_EDITOR', 'OFFICE_STAFF', 'OFFICE_DIRECTOR'],
      permission: 'bulletin.write',
    },
    FREEZE: {
      words: words('冻结', 'Freeze'),
      from: ['draft'],
      to: 'frozen',
      who: ['PRESS_EDITOR', 'OFFICE_STAFF', 'OFFICE_DIRECTOR'],
      permission: 'bulletin.freeze',
    },
    PUBLISH: {
      words: words('发布', 'Publish'),
      from: ['frozen'],
      to: 'published',
      who: ['OFFICE_DIRECTOR'],
      notBy: ['FREEZE'],
      permission: 'bulletin.publish',
    },
    CORRECT: {
      words: words('更正', 'Correct'),
      from: ['published', 'corrected'],
      to: 'corrected',
      who: ['OFFICE_DIRECTOR'],
      permission: 'bulletin.publish',
      reason: true,
    },
  },
  clocks: {},
});

export type BulletinAction = keyof typeof bulletinLifecycle.actions;
