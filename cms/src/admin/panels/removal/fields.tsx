/** The fields of the dialog 撤下或转移. */
import { Box, Field, Flex, Radio, Textarea, TextInput, Typography } from '@strapi/design-system';
import type { ChangeEvent } from 'react';
import { longestExplanation, type Reason, type RemovalRequest, ways } from './request.ts';
import { type Choice, useTargets } from './use-targets.ts';

interface FieldsProperties {
  request: RemovalRequest;
  change(part: Partial<RemovalRequest>): void;
}

export function RemovalFields({ request, change }: FieldsProperties) {
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Radio.Group
        aria-label="怎样撤下"
        value={request.reason}
        onValueChange={(reason: string) => change({ reason: reason as Reason })}
      >
        {ways.map(({ reason, label, meaning }) => (
          <Radio.Item key={reason} value={reason}>
            <Typography fontWeight="bold">{label}</Typography>
            <Typography textColor="neutral600">{`：${meaning}`}</Typography>
          </Radio.Item>
        ))}
      </Radio.Group>
      {request.reason === 'withdrawn' && <Explanation request={request} change={change} />}
      {request.reason === 'redirect' && <Target request={request} change={change} />}
    </Flex>
  );
}

function Explanation({ request, change }: FieldsProperties) {
  const length = request.explanation.trim().length;
  const isLong = length > longestExplanation;
  return (
    <Field.Root required hint={`读者会原样看到这段话。${length} / ${longestExplanation} 字`}>
      <Field.Label>撤稿说明</Field.Label>
      <Textarea
        hasError={isLong}
        value={request.explanation}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => change({ explanation: event.target.value })}
      />
      <Field.Hint />
    </Field.Root>
  );
}

function Target({ request, change }: FieldsProperties) {
  const choices = useTargets(request.redirectTo);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root required hint="输入标题里的几个字来查找，或粘贴本站页面的网址。">
        <Field.Label>转到哪一页</Field.Label>
        <TextInput
          value={request.redirectTo}
          onChange={(event: ChangeEvent<HTMLInputElement>) => change({ redirectTo: event.target.value })}
        />
        <Field.Hint />
      </Field.Root>
      {choices.length > 0 && <Choices choices={choices} choose={(redirectTo) => change({ redirectTo })} />}
    </Flex>
  );
}

function Choices({ choices, choose }: { choices: readonly Choice[]; choose(path: string): void }) {
  return (
    <Box tag="ul" aria-label="找到的页面" borderColor="neutral200" hasRadius>
      {choices.map(({ typeName, title, path }) => (
        <Box tag="li" key={path}>
          <Box
            tag="button"
            type="button"
            width="100%"
            padding={2}
            textAlign="left"
            cursor="pointer"
            onClick={() => choose(path)}
          >
            <Typography>{`${typeName}《${title}》`}</Typography>{' '}
            <Typography variant="pi" textColor="neutral600">
              {path}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
