/** The attributes by which a control can be found again; none of them can act. */
export const LOCATOR_ATTRIBUTES = [
  'id',
  'name',
  'data-testid',
  'data-test',
  'data-test-id',
  'data-cy',
  'autocomplete',
  'formcontrolname',
] as const;
