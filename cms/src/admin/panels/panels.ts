/** The panels beside the edit form, from top to bottom, below Strapi's own. */
import { PublicationStatus } from './publication-status/panel.tsx';

export const panels = [PublicationStatus];
