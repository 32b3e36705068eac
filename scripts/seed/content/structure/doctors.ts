import { doctorsOfHeartBrainLung } from './doctors-heart-brain-lung.ts';
import { doctorsOfMedicine } from './doctors-medicine.ts';
import { doctorsOfSupport } from './doctors-support.ts';
import { doctorsOfSurgery } from './doctors-surgery.ts';
import { doctorsOfWomenAndChildren } from './doctors-women-children.ts';

/** In the order in which a list shows them where nothing else decides. */
export const doctors = [
  ...doctorsOfHeartBrainLung,
  ...doctorsOfMedicine,
  ...doctorsOfSurgery,
  ...doctorsOfWomenAndChildren,
  ...doctorsOfSupport,
];
