/** What is wrong with a request, for the one who wrote the giver. */
interface Problem {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}

/** The first three problems, each with its place: `documents.3.key：…`. */
export function describeIssues({ issues }: Problem): string {
  const shown = issues.slice(0, 3).map(({ path, message }) => {
    const place = path.map(String).join('.');
    return place === '' ? message : `${place}：${message}`;
  });
  const more = issues.length - shown.length;
  return `请求格式不对：${shown.join('；')}${more > 0 ? `；另有 ${more} 处` : ''}`;
}
