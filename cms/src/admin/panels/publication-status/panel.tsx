/** 上线状态: whether readers can see what is being edited, with the receipt as proof. */
import { Flex, Link, Status, Typography } from '@strapi/design-system';
import { useStatus } from './use-status.ts';
import { type PublicationStatus as Answer, proofOf, wordsOf } from './words.ts';

/** The part of Strapi's panel properties that is used. */
interface PanelProperties {
  model: string;
  documentId?: string;
  document?: { documentId?: string; updatedAt?: string; publishedAt?: string | null };
}

/** Strapi calls this as a hook: it returns the panel's title and content, or null for no panel. */
export function PublicationStatus({ model, documentId, document }: PanelProperties) {
  const id = documentId ?? document?.documentId;
  if (!model.startsWith('api::') || id === undefined) return null;
  const version = `${document?.updatedAt} ${document?.publishedAt}`;
  return {
    title: '上线状态',
    content: <Content type={model.slice(model.lastIndexOf('.') + 1)} documentId={id} version={version} />,
  };
}

function Content(props: { type: string; documentId: string; version: string }) {
  const asked = useStatus(props.type, props.documentId, props.version);
  switch (asked.state) {
    case 'asking':
      return <Typography textColor="neutral600">正在查询…</Typography>;
    case 'failed':
      return <Typography textColor="danger600">暂时查不到上线状态：{asked.reason}</Typography>;
    case 'answered':
      return <Told status={asked.status} />;
  }
}

function Told({ status }: { status: Answer }) {
  const { headline, explanation, tone } = wordsOf(status, new Date());
  const proof = proofOf(status);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" aria-live="polite">
      <Status variant={tone} size="S" width="100%">
        <Typography fontWeight="bold" textColor={`${tone}700`}>
          {headline}
        </Typography>
      </Status>
      {explanation !== undefined && <Typography textColor="neutral600">{explanation}</Typography>}
      {proof !== '' && (
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {proof}
        </Typography>
      )}
      {status.url !== undefined && (
        <Link href={status.url} isExternal>
          在网站上查看
        </Link>
      )}
      {status.problem !== undefined && <Typography textColor="danger600">{status.problem}</Typography>}
    </Flex>
  );
}
