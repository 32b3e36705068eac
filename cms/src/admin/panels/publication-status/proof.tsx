/** The receipt: where it is live, by which release, in which form, and which pages changed with it. */
import { Box, Link, Typography } from '@strapi/design-system';
import type { PublicationStatus } from '../../../publication/answer.ts';
import { pagesWords } from './words.ts';

/** As many signs of a SHA-256 as people compare. */
const shownDigits = 12;

export function Proof({ status }: { status: PublicationStatus }) {
  const { url, path, release, digest, pages } = status;
  return (
    <>
      {url !== undefined && (
        <Box style={{ overflowWrap: 'anywhere' }}>
          <Link href={url} isExternal>
            {`在网站上查看 ${path ?? ''}`}
          </Link>
        </Box>
      )}
      {release !== undefined && (
        <Typography variant="pi" textColor="neutral600">
          {`第 ${release} 次发布`}
          {digest !== undefined && (
            <span title={`内容的 SHA-256：${digest}`}>{` · 指纹 ${digest.slice(0, shownDigits)}`}</span>
          )}
        </Typography>
      )}
      {pages !== undefined && <Pages pages={pages} />}
    </>
  );
}

function Pages({ pages }: { pages: NonNullable<PublicationStatus['pages']> }) {
  return (
    <details>
      <Typography tag="summary" variant="pi" textColor="neutral600" style={{ cursor: 'pointer' }}>
        {pagesWords(pages)}
      </Typography>
      <Box tag="ul" paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
        {pages.paths.map((path) => (
          <Box tag="li" key={path} paddingTop={1}>
            <Link href={`${pages.siteUrl}${path}`} isExternal>
              {path}
            </Link>
          </Box>
        ))}
      </Box>
    </details>
  );
}
