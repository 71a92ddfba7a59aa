import { words } from '../../../platform/words.ts';

export const talkTexts = {
  asked: words('组织安排', 'Asked for by the organisation'),
  overdue: words('已逾期', 'Overdue'),
  dueOn: words('应谈日期', 'Due on'),
  heldOn: words('谈话日期', 'Held on'),
  officer: words('谈话对象', 'Officer'),
  talker: words('谈话人', 'Talker'),
  unit: words('单位', 'Unit'),
  kind: words('必谈情形', 'Kind'),
  place: words('谈话地点', 'Place'),
  topics: words('谈话主题', 'Topics'),
  waitsTalker: words('待谈话人确认', 'Waits for the talker'),
  waitsOfficer: words('待谈话对象确认', 'Waits for the officer'),
  confirmed: words('双方已确认', 'Confirmed by both'),
  confirm: words('确认', 'Confirm'),
  notes: words('谈话记录', 'Notes'),
};
