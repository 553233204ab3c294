import { catalog } from '../data/catalog.mjs';
import { Findings } from './audit.mjs';
import { deadLinks } from './checks/links.mjs';
import { objectiveChecks } from './checks/objective.mjs';
import { overviewChecks } from './checks/overview.mjs';
import { serviceChecks } from './checks/service.mjs';
import { structuralFaults } from './checks/structure.mjs';
import { checkPanelOfUser } from './checks/user.mjs';
import { slosAt } from './slos.mjs';

const overview = 'slo-overview';

/** The SLO whose panels stand below a row, or null below a row of a user. */
const sloOfRow = (title, slos) => slos.find(({ slo }) => title.startsWith(`${slo.title}: `)) ?? null;

function checkPanel(panel, findings, checks, context) {
  const check = checks.find(([type, title]) => type === panel.type && title.test(panel.title));
  if (check) check[2](panel, findings, context);
  else if (!checkPanelOfUser(panel, findings, context)) findings.add('nobody checks this panel');
}

function faultsOfPanel(panel, report, moment, checks, context) {
  const findings = new Findings(report, panel, moment);
  for (const error of panel.errors) findings.add(error);
  if (panel.errors.length === 0) checkPanel(panel, findings, checks, context);
  return findings.problems;
}

const mentionsAlerts = (panel, refId) => panel.targets.find((target) => target.refId === refId).expr.includes('ALERTS');

/** Queries of a panel that find nothing though all systems work. Then only alerts are not there. */
function emptyQueries(panel, report) {
  const empty = (report.emptyQueries ?? []).filter((refId) => !mentionsAlerts(panel, refId));
  return empty.map((refId) => `query ${refId} of ${panel.type} "${panel.title}" finds nothing`);
}

/** A value without a number, when all systems work. */
function emptyValues(panel) {
  const isEmpty = panel.values?.some(({ text }) => text === 'No data') || panel.rows?.length === 0;
  return isEmpty ? [`${panel.type} "${panel.title}": shows nothing`] : [];
}

/** All that is wrong with a dashboard and with what it shows at a moment. `healthy` says that nothing may be empty. */
export function auditDashboard(dashboard, report, { moment, healthy }) {
  const all = slosAt(moment);
  const service = catalog.slos.find((slo) => slo.dashboard_uid === report.uid)?.service;
  const slos = report.uid === overview ? all : all.filter(({ slo }) => slo.service === service);
  const problems = [...report.errors, ...structuralFaults(dashboard), ...deadLinks(report)];
  let truth = null;
  for (const [index, panel] of report.panels.entries()) {
    if (panel.type === 'row') {
      truth = sloOfRow(panel.title, slos);
      continue;
    }
    const checks = report.uid === overview ? overviewChecks : truth ? objectiveChecks : serviceChecks;
    problems.push(...faultsOfPanel(panel, report, moment, checks, { slos, truth, service }));
    if (healthy) problems.push(...emptyQueries(dashboard.panels[index], panel), ...emptyValues(panel));
  }
  return problems;
}
