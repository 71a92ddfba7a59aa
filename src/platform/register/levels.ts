/** Administrative levels, for the choice columns of registers that speak of one (reference 3.1). */
export const levels = {
  CENTRAL: ['中央', 'Central'],
  PROVINCIAL: ['省级', 'Provincial'],
  CITY: ['市级', 'City'],
  DISTRICT: ['区(市)级', 'District'],
  GRASSROOTS: ['基层', 'Grassroots'],
} as const;
