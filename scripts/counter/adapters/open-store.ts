/** The store that the settings name. */
import { CommandFault } from '../../cli.ts';
import type { Store } from '../ports.ts';
import { openSqliteStore } from './sqlite-store.ts';

export interface StorePlace {
  file: string;
  /** `postgres://…`; the file where absent. */
  databaseUrl: string | undefined;
}

/** @throws CommandFault saying what cannot be opened and what to do; never the address with its password. */
export async function openStore({ file, databaseUrl }: StorePlace): Promise<Store> {
  if (databaseUrl === undefined) {
    try {
      return openSqliteStore(file);
    } catch (error) {
      throw new CommandFault(
        `浏览计数的数据库 ${file} 打不开：${(error as Error).message}`,
        '请检查这个文件夹的权限和磁盘空间；若文件损坏，请从备份恢复。',
      );
    }
  }
  try {
    // Only where it is used: the driver's memory is not the others' to pay.
    const { openPostgresStore } = await import('./postgres-store.ts');
    return await openPostgresStore(databaseUrl);
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    throw new CommandFault(
      `浏览计数连不上它的 PostgreSQL：${message === '' ? code : message}`,
      '请检查 XINGLIN_COUNTER_DATABASE_URL、网络和数据库是否在运行。',
    );
  }
}
