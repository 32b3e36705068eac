/** 浏览统计: a month's views by channel and article. */
import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { MonthViews } from '../../views/report.ts';
import { ArticleTable, ChannelTable } from './tables.tsx';
import { useViews } from './use-views.ts';
import { asOfWords, monthName, monthsToChoose, spelled } from './words.ts';

const every = '';

export default function ViewsPage() {
  const [month, setMonth] = useState<string>();
  const [channel, setChannel] = useState(every);
  const query = new URLSearchParams({
    ...(month === undefined ? {} : { month }),
    ...(channel === every ? {} : { channel }),
  });
  const asked = useViews<MonthViews>(`/xinglin/views?${query}`);
  return (
    <Page.Main>
      <Page.Title>浏览统计</Page.Title>
      <Layouts.Header title="浏览统计" subtitle="读者打开文章的次数，按北京时间的月份；不含迁移前的次数。" />
      <Layouts.Content>
        {asked.state === 'asking' && <Typography>正在查询…</Typography>}
        {asked.state === 'failed' && (
          <Typography textColor="danger600">暂时查不到浏览次数：{asked.reason}</Typography>
        )}
        {asked.state === 'answered' && (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Flex gap={4} alignItems="center" wrap="wrap">
              <Choice label="月份" value={asked.answer.month} onChoose={setMonth}>
                {monthsToChoose(asked.answer.months, asked.answer.month).map((one) => (
                  <SingleSelectOption key={one} value={one}>
                    {monthName(one)}
                  </SingleSelectOption>
                ))}
              </Choice>
              <Typography>
                {`全部栏目 ${spelled(asked.answer.total)} 次。${asOfWords(asked.answer.asOf)}`}
              </Typography>
            </Flex>
            <ChannelTable views={asked.answer} chosen={channel} onChoose={setChannel} />
            <ArticleTable views={asked.answer} channel={channel} onAll={() => setChannel(every)} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

interface ChoiceProperties {
  label: string;
  value: string;
  onChoose(value: string): void;
  children: React.ReactNode;
}

function Choice({ label, value, onChoose, children }: ChoiceProperties) {
  return (
    <Box minWidth="16rem">
      <SingleSelect aria-label={label} value={value} onChange={(chosen) => onChoose(String(chosen))}>
        {children}
      </SingleSelect>
    </Box>
  );
}
