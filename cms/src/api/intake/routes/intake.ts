import { intakeActions } from '../../../intake/actions.ts';

const route = (method: 'GET' | 'POST', name: keyof typeof intakeActions) => ({
  method,
  path: `/xinglin/intake/${name}`,
  handler: `intake.${name}`,
  config: { auth: { scope: [intakeActions[name]] } },
});

export default {
  type: 'content-api',
  routes: [route('POST', 'documents'), route('POST', 'media'), route('GET', 'find')],
};
