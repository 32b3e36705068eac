/** 缺图: which places of the body wait for a picture. Readers see nothing there. */
import { Box, Flex, Typography } from '@strapi/design-system';
import { missingPictures } from '@xinglin/shared/checks/pictures.js';
import { useOpenForm } from '../form.ts';

/** Strapi calls this as a hook: it returns the panel's title and content, or null for no panel. */
export function MissingPictures({ model }: { model: string }) {
  const missing = missingPictures(useOpenForm().text('body'));
  if (!model.startsWith('api::') || missing.length === 0) return null;
  return { title: `缺图（${missing.length}）`, content: <Places places={missing} /> };
}

function Places({ places }: { places: ReturnType<typeof missingPictures> }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography textColor="neutral600">
        这些位置还没有图片，读者看不到空框。在正文里把对应的一行换成媒体库里的图片即可。
      </Typography>
      <Box tag="ol" aria-label="缺图的位置">
        {places.map(({ name, at, line, after }) => (
          <Box tag="li" key={at} paddingTop={1}>
            <Typography fontWeight="bold">{name}</Typography>
            <Typography textColor="neutral600">
              {`　正文第 ${line} 行，${after === '' ? '最前' : `“${after}”之后`}`}
            </Typography>
          </Box>
        ))}
      </Box>
    </Flex>
  );
}
