/** The panels beside the edit form, from top to bottom, below Strapi's own. */
import { MissingPictures } from './missing-pictures/panel.tsx';
import { PublicationStatus } from './publication-status/panel.tsx';
import { PunctuationProposals } from './punctuation/panel.tsx';

export const panels = [PublicationStatus, MissingPictures, PunctuationProposals];
