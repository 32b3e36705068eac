/** The two tables of 浏览统计. */
import {
  Box,
  Button,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  TextButton,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { MonthViews } from '../../views/report.ts';
import { shareOf, spelled } from './words.ts';

const gone = '（已不在网站上）';

interface ChannelProperties {
  views: MonthViews;
  chosen: string;
  onChoose(channel: string): void;
}

/** Views of each channel; pressing one limits the articles below to it. */
export function ChannelTable({ views, chosen, onChoose }: ChannelProperties) {
  return (
    <Section title="按栏目" headings={['栏目', '读过的文章', '浏览次数', '占比']}>
      {views.channels.map(({ id, name, views: count, articles }) => (
        <Tr key={id}>
          <Td>
            {id === '' ? (
              <Typography>{gone}</Typography>
            ) : (
              <TextButton aria-pressed={id === chosen} onClick={() => onChoose(id)}>
                <Typography fontWeight={id === chosen ? 'bold' : 'regular'} textColor="primary600">
                  {name ?? gone}
                </Typography>
              </TextButton>
            )}
          </Td>
          <Figure value={spelled(articles)} />
          <Figure value={spelled(count)} />
          <Figure value={shareOf(count, views.total)} />
        </Tr>
      ))}
    </Section>
  );
}

interface ArticleProperties {
  views: MonthViews;
  channel: string;
  onAll(): void;
}

/** The most read articles, of one channel or of all. */
export function ArticleTable({ views, channel, onAll }: ArticleProperties) {
  const name = views.channels.find(({ id }) => id === channel)?.name;
  return (
    <Section
      title={channel === '' ? '读得最多的文章' : `读得最多的文章：${name ?? gone}`}
      headings={['名次', '文章', '栏目', '浏览次数']}
      action={
        channel !== '' && (
          <Button variant="tertiary" onClick={onAll}>
            全部栏目
          </Button>
        )
      }
    >
      {views.articles.map(({ id, title, channel: where, views: count }, index) => (
        <Tr key={id}>
          <Figure value={String(index + 1)} />
          <Td>
            {title === undefined ? (
              <Typography textColor="neutral600">{gone}</Typography>
            ) : (
              <Link tag={NavLink} to={`/content-manager/collection-types/api::article.article/${id}`}>
                {title}
              </Link>
            )}
          </Td>
          <Td>
            <Typography textColor="neutral600">{where ?? gone}</Typography>
          </Td>
          <Figure value={spelled(count)} />
        </Tr>
      ))}
    </Section>
  );
}

interface SectionProperties {
  title: string;
  headings: readonly string[];
  action?: React.ReactNode;
  children: React.ReactNode[];
}

function Section({ title, headings, action, children }: SectionProperties) {
  return (
    <Box tag="section" aria-label={title}>
      <Flex justifyContent="space-between" paddingBottom={3}>
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {action}
      </Flex>
      {children.length === 0 ? (
        <Typography textColor="neutral600">这个月还没有浏览。</Typography>
      ) : (
        <Table colCount={headings.length} rowCount={children.length + 1}>
          <Thead>
            <Tr>
              {headings.map((heading) => (
                <Th key={heading}>
                  <Typography variant="sigma">{heading}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>{children}</Tbody>
        </Table>
      )}
    </Box>
  );
}

function Figure({ value }: { value: string }) {
  return (
    <Td>
      <Typography style={{ fontVariantNumeric: 'tabular-nums' }}>{value}</Typography>
    </Td>
  );
}
