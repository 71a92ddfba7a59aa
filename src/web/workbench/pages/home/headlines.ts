/** The figures of the home page, by id: one or two from each part of the stage report. */
export const headlines: readonly string[] = [
  'officers.participating',
  'education.partyLectures',
  'education.rotationTraining.personTimes',
  'talks.personTimes',
  'clues.transferred',
  'clues.closureRate',
  'screening.coverage',
  'rectification.planCoverage',
  'hotline.accepted',
  'hotline.satisfaction',
  'liaison.projects',
  'practicalItems.published',
];
