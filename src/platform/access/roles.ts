import { type Words, words } from '../words.ts';

/** Roles of the reference, section 2.5. A role is what an account may do; its unit is where. */
export const roles = {
  SYSTEM_ADMIN: words('系统管理员', 'System administrator'),
  OFFICE_DIRECTOR: words('教育整顿办主任', 'Office director'),
  OFFICE_STAFF: words('教育整顿办工作人员', 'Office staff'),
  UNIT_HEAD: words('单位负责人', 'Unit head'),
  UNIT_STAFF: words('单位联络员', 'Unit staff'),
  CLUE_MANAGER: words('线索管理员', 'Clue manager'),
  CASE_HANDLER: words('承办人', 'Case handler'),
  APPROVER: words('审批人', 'Approver'),
  SUPERVISOR: words('督办员', 'Supervisor'),
  DISCIPLINE_LIAISON: words('纪委监委联络员', 'Discipline liaison'),
  SCREENING_ANALYST: words('排查分析员', 'Screening analyst'),
  HOTLINE_AGENT: words('话务员', 'Hotline agent'),
  HOTLINE_DISPATCHER: words('派单员', 'Hotline dispatcher'),
  HANDLING_UNIT: words('承办单位', 'Handling unit'),
  MEDIATOR: words('调解员', 'Mediator'),
  WINDOW_CLERK: words('窗口人员', 'Window clerk'),
  PROPERTY_KEEPER: words('保管员', 'Property keeper'),
  PRESS_EDITOR: words('新闻编辑', 'Press editor'),
  SECRECY_REVIEWER: words('保密审查员', 'Secrecy reviewer'),
  OFFICER_SELF: words('干警本人', 'Officer'),
  CITIZEN: words('群众', 'Citizen'),
  AUDITOR: words('审计员', 'Auditor'),
} as const satisfies Record<string, Words>;

export type Role = keyof typeof roles;

export const isRole = (name: string): name is Role => name in roles;
