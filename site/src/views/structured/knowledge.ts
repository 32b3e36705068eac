/** What explains health: diseases, videos, questions and answers. */
import { stripTags } from '@xinglin/shared/body/text.js';
import type { ConsultationView } from '../consultation.ts';
import type { DiseaseView } from '../disease.ts';
import type { VideoView } from '../video.ts';
import { addressOf, hospitalOf, type Thing } from './thing.ts';

/** A disease on its page, which says who reviewed it and when. */
export function medicalCondition(view: DiseaseView): Thing[] {
  const { chrome, head, name, aliases, reviewedBy, reviewedOn } = view;
  return [
    {
      '@type': 'MedicalWebPage',
      url: head.canonical,
      inLanguage: 'zh-CN',
      lastReviewed: reviewedOn,
      reviewedBy: reviewedBy && {
        '@type': 'Person',
        name: reviewedBy.label,
        jobTitle: reviewedBy.title,
        url: addressOf(chrome, reviewedBy.path),
      },
      publisher: hospitalOf(chrome),
      about: {
        '@type': 'MedicalCondition',
        name,
        alternateName: aliases.length > 0 ? aliases : undefined,
        description: head.description,
      },
    },
  ];
}

/** A video; none where there is nothing to play. */
export function videoObject(view: VideoView): Thing[] {
  const { chrome, head, title, player, durationSeconds } = view;
  if (player === undefined) return [];
  return [
    {
      '@type': 'VideoObject',
      name: title,
      description: head.description,
      uploadDate: head.content?.published,
      contentUrl: addressOf(chrome, player.path),
      thumbnailUrl: head.picture?.url,
      duration: durationSeconds === undefined ? undefined : `PT${durationSeconds}S`,
      inLanguage: 'zh-CN',
      publisher: hospitalOf(chrome),
    },
  ];
}

/** A question with its one answer. Who asked is nowhere, here neither. */
export function questionAndAnswer(view: ConsultationView): Thing[] {
  const { chrome, head, title, question, answerHtml, answeredBy, answeredOn } = view;
  return [
    {
      '@type': 'QAPage',
      url: head.canonical,
      mainEntity: {
        '@type': 'Question',
        name: title,
        text: question.join('\n'),
        answerCount: 1,
        acceptedAnswer: {
          '@type': 'Answer',
          text: stripTags(answerHtml),
          url: head.canonical,
          dateCreated: answeredOn,
          author:
            answeredBy === undefined
              ? hospitalOf(chrome)
              : {
                  '@type': 'Person',
                  name: answeredBy.label,
                  jobTitle: answeredBy.title,
                  url: addressOf(chrome, answeredBy.path),
                },
        },
      },
    },
  ];
}
