/** 上线状态: whether readers can see what is being edited, with the receipt as proof. */
import { Flex, Status, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { PublicationStatus as Answer } from '../../../publication/answer.ts';
import { Removal } from '../removal/removal.tsx';
import { Proof } from './proof.tsx';
import { useStatus } from './use-status.ts';
import { pinnedWords, wordsOf } from './words.ts';

/** The part of Strapi's panel properties that is used. */
interface PanelProperties {
  model: string;
  collectionType: string;
  documentId?: string;
  document?: { documentId?: string; updatedAt?: string; publishedAt?: string | null };
}

/** What the panel is about. */
interface Subject {
  model: string;
  type: string;
  collectionType: string;
  documentId: string;
}

/** Strapi calls this as a hook: it returns the panel's title and content, or null for no panel. */
export function PublicationStatus({ model, collectionType, documentId, document }: PanelProperties) {
  const id = documentId ?? document?.documentId;
  if (!model.startsWith('api::') || id === undefined) return null;
  const type = model.slice(model.lastIndexOf('.') + 1);
  const subject = { model, type, collectionType, documentId: id };
  const version = `${document?.updatedAt} ${document?.publishedAt}`;
  return { title: '上线状态', content: <Content subject={subject} version={version} /> };
}

function Content({ subject, version }: { subject: Subject; version: string }) {
  const [removals, setRemovals] = useState(0);
  const asked = useStatus(subject.type, subject.documentId, `${version} ${removals}`);
  switch (asked.state) {
    case 'asking':
      return <Typography textColor="neutral600">正在查询…</Typography>;
    case 'failed':
      return <Typography textColor="danger600">暂时查不到上线状态：{asked.reason}</Typography>;
    case 'answered':
      return (
        <Flex direction="column" alignItems="stretch" gap={3} width="100%">
          <Told status={asked.status} />
          {asked.status.state !== '草稿' && (
            <Removal {...subject} status={asked.status} onDone={() => setRemovals(removals + 1)} />
          )}
        </Flex>
      );
  }
}

function Told({ status }: { status: Answer }) {
  const { headline, explanation, tone } = wordsOf(status, new Date());
  const pinned = pinnedWords(status);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" aria-live="polite">
      <Status variant={tone} size="S" width="100%">
        <Typography fontWeight="bold" textColor={`${tone}700`}>
          {headline}
        </Typography>
      </Status>
      {explanation !== undefined && <Typography textColor="neutral600">{explanation}</Typography>}
      {status.explanation !== undefined && (
        <Typography tag="blockquote" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {status.explanation}
        </Typography>
      )}
      {pinned !== undefined && <Typography textColor="warning700">{pinned}</Typography>}
      {status.troubles?.map(({ level, problem }) => (
        <Typography key={problem} textColor={level === 'problem' ? 'danger600' : 'warning700'}>
          {level === 'problem' ? '问题：' : '提醒：'}
          {problem}
        </Typography>
      ))}
      <Proof status={status} />
    </Flex>
  );
}
