/** Compressed files beside a file: they must say the same. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

const decompress = { '.gz': promisify(gunzip), '.br': promisify(brotliDecompress) } as const;

export type VariantSuffix = keyof typeof decompress;
export const variantSuffixes = Object.keys(decompress) as VariantSuffix[];

/** Why a compressed file does not stand for the bytes, in Chinese; undefined where it does. */
export async function variantProblem(
  suffix: VariantSuffix,
  compressed: Uint8Array,
  bytes: Uint8Array,
): Promise<string | undefined> {
  try {
    const said = await decompress[suffix](compressed, { maxOutputLength: bytes.byteLength + 1 });
    return said.equals(bytes) ? undefined : `旁边的 ${suffix} 文件解压后不是同样的内容`;
  } catch (error) {
    return `旁边的 ${suffix} 文件解不开（${(error as Error).message}）`;
  }
}
