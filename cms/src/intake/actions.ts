/** What the intake's token may do, and nothing else may: the scopes of the three routes. */
export const intakeActions = {
  documents: 'api::intake.intake.documents',
  media: 'api::intake.intake.media',
  find: 'api::intake.intake.find',
} as const;
