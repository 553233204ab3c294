import { catalog } from '../data/catalog.mjs';
import { hour, startOfHistory } from '../data/moments.mjs';
import { objectives } from '../data/world.mjs';
import { GroupTruth } from './groups.mjs';

const present = (values) => values.filter((value) => value !== null);
const most = (values) => (present(values).length === 0 ? null : Math.max(...present(values)));
const least = (values) => (present(values).length === 0 ? null : Math.min(...present(values)));
const added = (values) => (present(values).length === 0 ? null : present(values).reduce((sum, value) => sum + value, 0));

/** What is true of one SLO at a moment; with several groups, the worst of them. */
export class SloTruth {
  constructor(slo, moment) {
    this.slo = slo;
    this.moment = moment;
    this.groups = objectives
      .filter((objective) => objective.service === slo.service && objective.slo === slo.slo)
      .map((objective) => new GroupTruth(objective, moment));
    this.rulesRun = this.groups[0].rulesRun;
  }

  get budgetLeft() {
    return least(this.groups.map((group) => group.budgetLeft));
  }

  get burnRate() {
    return most(this.groups.map((group) => group.burnRate));
  }

  get sli() {
    return least(this.groups.map((group) => group.sli));
  }

  get budgetLasts() {
    return least(this.groups.map((group) => group.budgetLasts));
  }

  get total() {
    return added(this.groups.map((group) => group.total));
  }

  get bad() {
    return added(this.groups.map((group) => group.bad));
  }

  errorRatio(window) {
    return most(this.groups.map((group) => group.errorRatio(window)));
  }

  fires(tier) {
    return this.groups.some((group) => group.fires(tier));
  }

  get firingTiers() {
    return this.slo.tiers.filter((tier) => this.fires(tier));
  }

  get hasNoDataAlert() {
    return this.groups.some((group) => group.hasNoDataAlert);
  }

  /** How many alert series fire: one for each tier and group, and one for missing data. */
  get firingAlerts() {
    const burning = this.groups.flatMap((group) => group.firingTiers).length;
    return burning + this.groups.filter((group) => group.hasNoDataAlert).length;
  }

  get usualTotal() {
    return most(this.groups.map((group) => group.usualTotal));
  }

  get elapsed() {
    return this.groups[0].elapsed;
  }

  /** The alerts that fire, as their names and labels say it. */
  get firingNames() {
    const burning = this.firingTiers.map(({ severity, tier }) => `SloBudgetBurn ${severity} ${tier}`);
    return this.hasNoDataAlert ? [...burning, 'SloNoData ticket'] : burning;
  }

  /** The same with the labels of groups, as lanes have them. */
  get firingLanes() {
    return this.groups.flatMap((group) => {
      const suffix = ['', ...Object.values(group.group)].join(' ');
      const burning = group.firingTiers.map(({ severity, tier }) => `SloBudgetBurn ${severity} ${tier}${suffix}`);
      return group.hasNoDataAlert ? [...burning, `SloNoData ticket${suffix}`] : burning;
    });
  }

  /** Since when an alert has been firing, or null. Rules run each hour. */
  get firesSince() {
    const tests = [...this.firingTiers.map((tier) => (truth) => truth.fires(tier)), ...(this.hasNoDataAlert ? [(truth) => truth.hasNoDataAlert] : [])];
    return least(tests.map((test) => this.#since(test)));
  }

  #since(test) {
    let since = this.moment;
    while (since - hour >= startOfHistory && test(new SloTruth(this.slo, since - hour))) since -= hour;
    return since;
  }

  /** The one word for how it stands. */
  get state() {
    if (!this.rulesRun) return null;
    const severities = new Set(this.firingTiers.map(({ severity }) => severity));
    if (severities.has('page')) return 'page';
    if (severities.size > 0) return 'ticket';
    if (this.burnRate === null) return 'no data';
    if (this.budgetLeft <= 0) return 'exhausted';
    return this.burnRate > 1 ? 'burning' : 'ok';
  }
}

/** The truth of all SLOs at a moment. */
export function slosAt(moment) {
  return catalog.slos.map((slo) => new SloTruth(slo, moment));
}

export function slosOfService(service, moment) {
  return slosAt(moment).filter(({ slo }) => slo.service === service);
}
