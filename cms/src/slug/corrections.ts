/**
 * Words of hospital news that pinyin-pro's dictionary reads wrongly or not at all, found by reading the
 * slugs of real headlines. Readings follow 现代汉语词典, 7th edition.
 */
export const corrections: Readonly<Record<string, string>> = {
  处长: 'chù zhǎng',
  所长: 'suǒ zhǎng',
  局长: 'jú zhǎng',
  科长: 'kē zhǎng',
  率先: 'shuài xiān',
  率队: 'shuài duì',
  率团: 'shuài tuán',
  藏医: 'zàng yī',
  藏药: 'zàng yào',
  大黄: 'dài huáng',
  粘连: 'zhān lián',
  松解: 'sōng jiě',
};
