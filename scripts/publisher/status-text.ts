/** The publisher's status in words for people. Pure. */
import { isWell, type ServiceState, type Status } from './status.ts';

const states: Readonly<Record<ServiceState, string>> = {
  starting: '正在启动',
  idle: '空闲：所有内容都已上线',
  syncing: '正在取得更新',
  publishing: '正在发布',
  pinned: '网站已固定：更新在排队，撤下和紧急通知照常',
  failing: '出错了，正在重试',
  halted: '停下了：要有人处理',
};

/** What `pnpm status` prints, and its exit code. */
export function statusReport(status: Status, now: Date): { text: string; exitCode: 0 | 1 } {
  const well = isWell(status);
  const { release, fault } = status;
  const lines = [
    `${well ? '✓' : '✗'} ${states[status.state]}（${ago(status.since, now)}起）`,
    ...progressLine(status),
    release === null
      ? '  还没有发布过'
      : `  最近一次发布：第 ${release.number} 次，修订 ${release.revision}，${localTime(release.at)}；共 ${release.counts.pages} 页`,
    `  内容：网站取到修订 ${status.revision}${headText(status, now)}`,
    ...(status.pinned === null ? [] : [`  固定在第 ${status.pinned} 次发布；解除用 pnpm rollback --unpin`]),
    ...(status.receiptsWaiting === 0 ? [] : [`  ${status.receiptsWaiting} 份回执还没有送到管理后台`]),
    ...counted(
      status.quarantined,
      '条内容没有采用（网站上仍是上一版）',
      status.quarantine.map(
        ({ type, id, title, problems }) => `${type} ${id}「${title}」：${problems.join('；')}`,
      ),
    ),
    ...counted(status.problems, '处要看一看', status.problem),
    ...(fault === null ? [] : faultLines(fault, now)),
    `  进程 ${status.pid}，运行了 ${duration(status.uptimeSeconds)}，内存 ${Math.round(status.memory / 1e6)} MB`,
  ];
  return { text: lines.join('\n'), exitCode: well ? 0 : 1 };
}

function progressLine({ progress }: Status): string[] {
  if (progress === null) return [];
  const words = { receive: '已收到', take: '已采用', pages: '已生成' }[progress.step];
  const unit = progress.step === 'pages' ? '页' : '条';
  const of = progress.total === undefined ? '' : ` / ${progress.total}`;
  return [`  ${words} ${progress.done}${of} ${unit}`];
}

function headText({ head, headAt, revision }: Status, now: Date): string {
  if (head === null || headAt === null) return '，还没有问到管理后台';
  return `，管理后台在修订 ${head}（${ago(headAt, now)}问到）${head > revision ? '，正要取得' : ''}`;
}

function counted(count: number, what: string, first: readonly string[]): string[] {
  if (count === 0) return [];
  const more = count > first.length ? [`    … 还有 ${count - first.length} 条`] : [];
  return [`  ${count} ${what}：`, ...first.map((text) => `    · ${text}`), ...more];
}

function faultLines(fault: NonNullable<Status['fault']>, now: Date): string[] {
  const { sentence, remedy, since, times, until } = fault;
  if (until !== undefined)
    return [`  上一个故障（${localTime(since)} 到 ${localTime(until)}，已过去）：${sentence}`];
  return [`  故障（${ago(since, now)}起，已 ${times} 次）：${sentence}`, `    ${remedy}`];
}

function ago(iso: string, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - new Date(iso).getTime()) / 1000));
  return seconds < 5 ? '刚才' : `${duration(seconds)}前`;
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} 秒`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} 分钟`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} 小时` : `${Math.round(seconds / 86_400)} 天`;
}

function localTime(iso: string): string {
  return new Date(iso).toLocaleString('zh-CN', { hour12: false });
}
