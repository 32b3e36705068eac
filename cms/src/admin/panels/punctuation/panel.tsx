/** 标点建议: where full-width marks should stand, as a difference; 采用 writes it into the form, not further. */
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { applyPunctuation } from '@xinglin/shared/checks/punctuation.js';
import { type OpenForm, useOpenForm } from '../form.ts';
import { type PunctuationPlace, punctuationPlaces } from './places.ts';

const fields = { title: '标题', subtitle: '副标题', editorNote: '编者按', body: '正文', byline: '署名' };
type Field = keyof typeof fields;

interface Proposal {
  field: Field;
  text: string;
  places: PunctuationPlace[];
}

/** Strapi calls this as a hook: it returns the panel's title and content, or null for no panel. */
export function PunctuationProposals({ model }: { model: string }) {
  const form = useOpenForm();
  if (model !== 'api::article.article') return null;
  const proposals = (Object.keys(fields) as Field[])
    .map(
      (field): Proposal => ({ field, text: form.text(field), places: punctuationPlaces(form.text(field)) }),
    )
    .filter(({ places }) => places.length > 0);
  if (proposals.length === 0) return null;
  const count = proposals.reduce((sum, { places }) => sum + places.length, 0);
  return { title: `标点建议（${count}）`, content: <Proposals proposals={proposals} form={form} /> };
}

function Proposals({ proposals, form }: { proposals: Proposal[]; form: OpenForm }) {
  const adopt = ({ field, text, places }: Proposal) => form.write(field, applyPunctuation(text, places));
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography textColor="neutral600">
        中文之间的半角标点建议改为全角，数字、英文、链接不动。采用后只改编辑框里的文字，请核对后保存。
      </Typography>
      {proposals.map((proposal) => (
        <Flex key={proposal.field} direction="column" alignItems="stretch" gap={2}>
          <Flex justifyContent="space-between" gap={2}>
            <Typography fontWeight="bold">{`${fields[proposal.field]} ${proposal.places.length} 处`}</Typography>
            <Button size="S" variant="secondary" disabled={form.disabled} onClick={() => adopt(proposal)}>
              {`采用${fields[proposal.field]}的建议`}
            </Button>
          </Flex>
          <Differences places={proposal.places} label={`${fields[proposal.field]}的标点对照`} />
        </Flex>
      ))}
    </Flex>
  );
}

function Differences({ places, label }: { places: PunctuationPlace[]; label: string }) {
  return (
    <Box
      tag="ol"
      aria-label={label}
      // A list that scrolls must be reachable by keyboard.
      tabIndex={0}
      style={{ maxHeight: '14rem', overflowY: 'auto', overflowWrap: 'anywhere' }}
    >
      {places.map(({ at, line, before, from, to, after }) => (
        <Box tag="li" key={at} paddingTop={1}>
          <Typography variant="pi" textColor="neutral600">{`第 ${line} 行　`}</Typography>
          <Typography>
            {before}
            <Typography tag="del" textColor="danger600">
              {from}
            </Typography>
            <Typography tag="ins" textColor="success600" fontWeight="bold">
              {to}
            </Typography>
            {after}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
