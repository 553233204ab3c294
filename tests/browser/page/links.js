import { interpolate } from './interpolation.js';

function withParameters(url, link, variables) {
  const parameters = [];
  if (link.keepTime) parameters.push(variables.get('__url_time_range').value);
  if (link.includeVars) parameters.push(...variablesOf(variables));
  return parameters.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${parameters.join('&')}`;
}

function variablesOf(variables) {
  const own = [...variables.keys()].filter((name) => !name.startsWith('__'));
  return own.map((name) => interpolate(`\${${name}:queryparam}`, variables));
}

/** Where the links of a dashboard or a panel lead; a list of dashboards becomes one link for each of them. */
export function resolveLinks(links, variables, dashboards) {
  return (links ?? []).flatMap((link) => {
    const targets =
      link.type === 'dashboards'
        ? dashboards.filter((dashboard) => link.tags.every((tag) => dashboard.tags.includes(tag)))
        : [{ title: link.title, url: interpolate(link.url, variables) }];
    return targets.map(({ title, url, uid }) => ({ title, href: withParameters(url ?? `/d/${uid}`, link, variables) }));
  });
}
