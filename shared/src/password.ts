/** Which passwords an administrator may have: `npm start` asks before anything is built, and the CMS again. */

/** Why a password that an operator chose cannot be used, or undefined. Strapi's own rules, said plainly. */
export function passwordProblem(password: string): string | undefined {
  if (password.length < 12) return '至少要 12 个字符';
  if (new TextEncoder().encode(password).length > 72) return '不能超过 72 个字节';
  if (!/[a-z]/.test(password)) return '要有小写字母';
  if (!/[A-Z]/.test(password)) return '要有大写字母';
  if (!/\d/.test(password)) return '要有数字';
  return undefined;
}
