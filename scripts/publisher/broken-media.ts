/** Files that live items name and that cannot be shown: told to the office by the file and by who uses it. Reads only. */
import { mediaNamers } from '@xinglin/shared/edges.js';
import { mediaTouched } from './media-plan.ts';
import type { MediaProblem } from './stage-media.ts';
import type { Survey } from './survey.ts';
import { type Finding, finding } from './verify/findings.ts';
import type { Workshop } from './workshop.ts';

/** Users of one file that are told: the office mends the file, not its uses. */
const usersTold = 5;

interface Broken {
  /** By `media <id>`, for every file that the pass touched; an empty list where it is well. */
  findings: Map<string, Finding[]>;
  /** Those that the feed calls whole: found out here. */
  problems: MediaProblem[];
}

export function brokenMedia(
  { snapshot }: Pick<Workshop, 'snapshot'>,
  before: Pick<Survey, 'delta' | 'full' | 'last'>,
): Broken {
  const anew = before.last === undefined || before.full;
  const ids = anew ? snapshot.named('media') : mediaTouched(before.delta).ids;
  const judged = new Set(snapshot.verdicts().map(({ sha256 }) => sha256));
  const result: Broken = { findings: new Map(), problems: [] };
  for (const id of ids) {
    const found: Finding[] = [];
    result.findings.set(`media ${id}`, found);
    const media = snapshot.get('media', id);
    if (media?.broken === undefined || !snapshot.isNamed('media', id)) continue;
    const { name, broken } = media;
    if (judged.has(media.sha256)) result.problems.push({ id, name, problem: broken });
    found.push(of({ type: 'media', id }, broken));
    const effect = media.mime.startsWith('image/') ? '无法显示，页面上用文字代替' : '不能提供，页面上没有它';
    const told = `文件「${name}」${effect}：${broken}`;
    for (const user of usersOf(snapshot, id)) found.push(of(user, told));
  }
  return result;
}

function of(item: NonNullable<Finding['item']>, text: string): Finding {
  return { ...finding('unusable-media', '', text), item };
}

function usersOf(snapshot: Workshop['snapshot'], id: string): NonNullable<Finding['item']>[] {
  const owner = { type: 'media', id } as const;
  return mediaNamers
    .flatMap((type) =>
      snapshot.slugsNaming({ owner, type }, { limit: usersTold }).map((user) => ({ type, id: user.id })),
    )
    .slice(0, usersTold);
}
