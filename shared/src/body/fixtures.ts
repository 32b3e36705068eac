/** What each Chinese case must become: read by the tests, and by people who wonder what the renderer does. */
export interface BodyCase {
  fact: string;
  markdown: string;
  html: string;
}

export const chineseCases: readonly BodyCase[] = [
  {
    fact: 'quotes inside the asterisks and Chinese after them are strong',
    markdown: '近日，**“智算联合实验室”**正式揭牌',
    html: '<p>近日，<strong>“智算联合实验室”</strong>正式揭牌</p>',
  },
  {
    fact: 'a comma inside the closing asterisks is strong',
    markdown: '**真，**她笑着说',
    html: '<p><strong>真，</strong>她笑着说</p>',
  },
  {
    fact: 'a strong word after a comma is strong',
    markdown: '真，**她**说',
    html: '<p>真，<strong>她</strong>说</p>',
  },
  {
    fact: 'a title in book marks between Chinese is strong',
    markdown: '关于**《通知》**的决定',
    html: '<p>关于<strong>《通知》</strong>的决定</p>',
  },
  {
    fact: 'several strong words in one sentence are parted',
    markdown: '**甲**、**“乙”**和**（丙）**都来了，**丁。**再见',
    html: '<p><strong>甲</strong>、<strong>“乙”</strong>和<strong>（丙）</strong>都来了，<strong>丁。</strong>再见</p>',
  },
  {
    fact: 'emphasis nests inside strong text that ends in punctuation',
    markdown: '**甲*乙*，**丙',
    html: '<p><strong>甲<em>乙</em>，</strong>丙</p>',
  },
  {
    fact: 'three asterisks are both',
    markdown: '***“甲”***乙',
    html: '<p><em><strong>“甲”</strong></em>乙</p>',
  },
  {
    fact: 'asterisks between numbers multiply',
    markdown: '规格5*3，共7*2片',
    html: '<p>规格5*3，共7*2片</p>',
  },
  {
    fact: 'single tildes are ranges',
    markdown: '8~12点，2~5点',
    html: '<p>8~12点，2~5点</p>',
  },
  {
    fact: 'an address ends before Chinese punctuation',
    markdown: '见https://www.example.cn/a?b=1，详情请询',
    html: '<p>见<a href="https://www.example.cn/a?b=1" rel="noopener">https://www.example.cn/a?b=1</a>，详情请询</p>',
  },
  {
    fact: 'an address ends before Chinese text',
    markdown: '登录https://www.example.cn/guahao预约',
    html: '<p>登录<a href="https://www.example.cn/guahao" rel="noopener">https://www.example.cn/guahao</a>预约</p>',
  },
  {
    fact: 'an address without a scheme is found after Chinese',
    markdown: '官网：www.example.cn（试运行）',
    html: '<p>官网：<a href="https://www.example.cn" rel="noopener">www.example.cn</a>（试运行）</p>',
  },
  {
    fact: 'indents of wide spaces go',
    markdown: '　　第一段\n\n　　第二段\n\n&emsp;&emsp;第三段',
    html: '<p>第一段</p>\n<p>第二段</p>\n<p>第三段</p>',
  },
  {
    fact: 'an indent of four spaces is no code',
    markdown: '    第一段\n\n    第二段',
    html: '<p>第一段</p>\n<p>第二段</p>',
  },
  {
    fact: 'a line of wide spaces parts paragraphs',
    markdown: '第一段\n　　\n第二段',
    html: '<p>第一段</p>\n<p>第二段</p>',
  },
  {
    fact: 'Chinese lines join without a space, Latin lines with one',
    markdown: '第一行\n第二行，PET\nCT 检查\n完成',
    html: '<p>第一行第二行，PET CT 检查完成</p>',
  },
  {
    fact: 'lines join around strong words and links',
    markdown: '**第一**\n**第二**\n[第三](https://a.cn)\n第四',
    html: '<p><strong>第一</strong><strong>第二</strong><a href="https://a.cn" rel="noopener">第三</a>第四</p>',
  },
  {
    fact: 'lines join inside list items and quotations',
    markdown: '- 甲\n  乙\n\n> 丙\n> 丁',
    html: '<ul>\n<li>甲乙</li>\n</ul>\n<blockquote>\n<p>丙丁</p>\n</blockquote>',
  },
  {
    fact: 'a hard line break stays',
    markdown: '甲  \n乙',
    html: '<p>甲<br />乙</p>',
  },
  {
    fact: 'fenced code keeps its spaces',
    markdown: '```\n　　甲\n    乙\n```',
    html: '<pre><code>　　甲\n    乙\n</code></pre>',
  },
  {
    fact: 'numbers below a sign are text, not tags',
    markdown: '差异显著（P<0.05），体重<患者均值>',
    html: '<p>差异显著（P&lt;0.05），体重&lt;患者均值&gt;</p>',
  },
];
