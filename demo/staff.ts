import type { Role } from '../src/platform/access/roles.ts';
import { cityUnit, type System, type Unit, units } from './city.ts';
import type { Officer, People } from './people.ts';
import { districts } from './story.ts';

/** A first account of the demo city, and the invented officer whose it is. */
export interface Seat {
  readonly role: Role;
  /** Which of the accounts of the role, from 1. */
  readonly number: number;
  readonly officer: Officer;
}

const ofDistrict = (at: number): Unit =>
  units.find(({ district, system }) => district === districts[at] && system === 'LEGAL_AFFAIRS_COMMITTEE')!;

/** Unit, and place among those of it who take part: leaders stand first. */
type Place = readonly [unit: System | Unit, place: number];

/** One account for each role that an officer can hold; whoever administers the system or answers the hotline is none. */
const places: Readonly<Partial<Record<Role, Place>>> = {
  OFFICE_DIRECTOR: ['LEGAL_AFFAIRS_COMMITTEE', 1],
  APPROVER: ['LEGAL_AFFAIRS_COMMITTEE', 2],
  OFFICE_STAFF: ['LEGAL_AFFAIRS_COMMITTEE', 30],
  CLUE_MANAGER: ['LEGAL_AFFAIRS_COMMITTEE', 31],
  SUPERVISOR: ['LEGAL_AFFAIRS_COMMITTEE', 32],
  DISCIPLINE_LIAISON: ['LEGAL_AFFAIRS_COMMITTEE', 33],
  AUDITOR: ['LEGAL_AFFAIRS_COMMITTEE', 34],
  SCREENING_ANALYST: ['LEGAL_AFFAIRS_COMMITTEE', 35],
  PRESS_EDITOR: ['LEGAL_AFFAIRS_COMMITTEE', 36],
  SECRECY_REVIEWER: ['LEGAL_AFFAIRS_COMMITTEE', 37],
  UNIT_HEAD: ['POLICE', 0],
  UNIT_STAFF: ['POLICE', 30],
  HANDLING_UNIT: ['POLICE', 31],
  WINDOW_CLERK: ['POLICE', 32],
  PROPERTY_KEEPER: ['POLICE', 33],
  OFFICER_SELF: ['POLICE', 34],
  MEDIATOR: ['JUSTICE_BUREAU', 30],
};

/** Two from each unit that verifies much, so that two handlers can be named and somebody else can re-check. */
const handlers: readonly Place[] = [
  ['LEGAL_AFFAIRS_COMMITTEE', 10],
  ['LEGAL_AFFAIRS_COMMITTEE', 11],
  ['PROCURATORATE', 10],
  ['PROCURATORATE', 11],
  [ofDistrict(0), 8],
  [ofDistrict(0), 9],
  [ofDistrict(2), 8],
  [ofDistrict(2), 9],
];

/**
 * Who sits at the desks of the demo city. Nobody of them is reported in any clue of the city, so that every desk can be tried.
 * @returns one seat for each role, in no particular order, and further ones of handlers
 */
export function staff(people: People): Seat[] {
  const sit = (role: Role, number: number, [where, place]: Place): Seat => ({
    role,
    number,
    officer: people.taking(typeof where === 'string' ? cityUnit(where) : where)[place]!,
  });
  return [
    ...(Object.entries(places) as [Role, Place][]).map(([role, place]) => sit(role, 1, place)),
    ...handlers.map((place, at) => sit('CASE_HANDLER', at + 1, place)),
  ];
}
