/** The tidy block that ends a start: where the site is, where the admin is, how to sign in. */
import type { Settings } from '../settings.ts';
import type { FirstAdministrator } from './cms.ts';

export function banner(settings: Settings, admin: FirstAdministrator | undefined, seconds: number): string {
  const rows: [string, string][] = [
    ['网站', `http://127.0.0.1:${settings.sitePort}/`],
    ['管理后台', `${settings.cmsUrl}/admin`],
    ...signIn(settings, admin),
    ...(settings.counter ? [['浏览计数', `端口 ${settings.counterPort.number}`] as [string, string]] : []),
    ['数据', settings.dataDir],
    ['停止', 'Ctrl-C'],
  ];
  const rule = '─'.repeat(64);
  return [
    rule,
    `  杏林已启动（用时 ${seconds.toFixed(1)} 秒）`,
    '',
    ...rows.map(([name, value]) => `  ${pad(name)}${value}`),
    rule,
  ].join('\n');
}

function signIn(settings: Settings, admin: FirstAdministrator | undefined): [string, string][] {
  if (admin === undefined) return [['登录', '用已有的管理员账号']];
  const own = settings.adminPassword !== undefined;
  return [
    ['登录邮箱', admin.email],
    [
      '登录密码',
      own ? '您在 XINGLIN_ADMIN_PASSWORD 里设的密码' : `${admin.password}（只显示这一次，请记下）`,
    ],
  ];
}

/** Han characters are two columns wide. */
function pad(name: string): string {
  return name + ' '.repeat(Math.max(2, 12 - name.length * 2));
}
