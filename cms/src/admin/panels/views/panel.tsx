/** 浏览次数: how often an article was read, by the view counter. */
import { Box, Flex, Typography } from '@strapi/design-system';
import type { ArticleViews } from '../../../views/report.ts';
import { useViews } from '../../views/use-views.ts';
import { asOfWords, monthName, spelled } from '../../views/words.ts';

interface PanelProperties {
  model: string;
  documentId?: string;
  document?: { documentId?: string };
}

/** Strapi calls this as a hook: it returns the panel's title and content, or null for no panel. */
export function Views({ model, documentId, document }: PanelProperties) {
  const id = documentId ?? document?.documentId;
  if (model !== 'api::article.article' || id === undefined) return null;
  return { title: '浏览次数', content: <Content id={id} /> };
}

function Content({ id }: { id: string }) {
  const asked = useViews<ArticleViews>(`/xinglin/views/${id}`);
  switch (asked.state) {
    case 'asking':
      return <Typography textColor="neutral600">正在查询…</Typography>;
    case 'failed':
      return <Typography textColor="danger600">暂时查不到浏览次数：{asked.reason}</Typography>;
    case 'answered':
      return <Told views={asked.answer} />;
  }
}

function Told({ views }: { views: ArticleViews }) {
  const { before = 0, since, today, week, month, months, asOf } = views;
  const rows = [
    ['今天', today],
    ['近 7 天', week],
    ['近 30 天', month],
    ...(before > 0 ? [['迁移前', before] as const] : []),
  ] as const;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography variant="beta">{spelled(before + since)}</Typography>
      <Rows rows={rows} />
      {months.length > 0 && (
        <details>
          <Typography tag="summary" variant="pi" textColor="neutral600" style={{ cursor: 'pointer' }}>
            各月
          </Typography>
          <Rows rows={months.map((one) => [monthName(one.month), one.views] as const)} />
        </details>
      )}
      <Typography variant="pi" textColor="neutral600">
        {asOfWords(asOf)}
      </Typography>
    </Flex>
  );
}

function Rows({ rows }: { rows: readonly (readonly [string, number])[] }) {
  return (
    <Box tag="dl">
      {rows.map(([name, views]) => (
        <Flex key={name} justifyContent="space-between" paddingTop={1}>
          <Typography tag="dt" textColor="neutral600">
            {name}
          </Typography>
          <Typography tag="dd">{spelled(views)}</Typography>
        </Flex>
      ))}
    </Box>
  );
}
