import { renderMarkdown } from '@grafana/data';

const htmlOf = (panel, context) => {
  const content = context.replaceVariables(panel.options.content);
  return panel.options.mode === 'html' ? content : renderMarkdown(content);
};

function linksOf(html) {
  const anchors = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a');
  return [...anchors].map((anchor) => ({ title: anchor.textContent, href: anchor.getAttribute('href') }));
}

export const text = {
  describe: (panel, data, context) => ({ links: linksOf(htmlOf(panel, context)) }),

  draw: (panel, data, context) => (
    <div className="markdown-html text-panel" dangerouslySetInnerHTML={{ __html: htmlOf(panel, context) }} />
  ),
};
