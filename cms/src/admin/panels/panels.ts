/** The panels beside the edit form, from top to bottom, below Strapi's own. */
import { MissingPictures } from './missing-pictures/panel.tsx';
import { PublicationStatus } from './publication-status/panel.tsx';
import { PunctuationProposals } from './punctuation/panel.tsx';
import { Views } from './views/panel.tsx';

export const panels = [PublicationStatus, Views, MissingPictures, PunctuationProposals];
