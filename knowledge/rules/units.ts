/** Unusual rules about the applying unit and how it applies: 附5 一, 三. */
import { firstDay, isBefore } from '../calendar.ts';
import { holds, type Outcome, rule, type Want } from '../rule.ts';

/**
 * `unit.registered-before`: 附5 三（一） 「2022年5月1日前完成工商注册」. Whether 前 takes in the day itself is not written:
 * that day is to be confirmed. A unit outside Jiangxi is judged by `unit.registered-in-jiangxi` alone.
 */
const registeredBefore = rule({
  id: 'unit.registered-before',
  needs: ['unit.registeredInJiangxi', 'unit.registrationDate'],
  decide(facts, guide): Outcome {
    const inJiangxi = facts['unit.registeredInJiangxi'];
    if (inJiangxi === false) return 'not-applicable';
    const date = facts['unit.registrationDate'];
    const limit = guide.date('unit.registeredBefore');
    const early = date === undefined ? undefined : isBefore(date, limit);
    if (inJiangxi === undefined) return early ? 'covered' : 'open';
    if (date !== undefined && firstDay(date) === limit) return date === limit ? 'to-confirm' : 'open';
    return holds(early);
  },
  wants(facts, guide): Want[] {
    const date = facts['unit.registrationDate'];
    const limit = guide.date('unit.registeredBefore');
    const settled =
      date !== undefined && isBefore(date, limit) !== undefined && (date === limit || firstDay(date) !== limit);
    const place = facts['unit.registeredInJiangxi'] === undefined ? ['unit.registeredInJiangxi'] : [];
    return settled ? place : [...place, 'unit.registrationDate'];
  },
});

/**
 * `unit.audit-reports-2y`: 附5 三（二）. A company founded in or after the later of the two years cannot have both
 * reports, and the guide makes no exception: to be confirmed.
 */
const auditReports = rule({
  id: 'unit.audit-reports-2y',
  needs: ['unit.kind', 'unit.registrationDate', 'unit.auditedReportYears'],
  decide(facts, guide): Outcome {
    if (facts['unit.kind'] === undefined) return 'covered';
    if (facts['unit.kind'] !== 'enterprise') return 'not-applicable';
    const years = facts['unit.auditedReportYears'];
    if (years && guide.years('unit.auditYears').every((year) => years.includes(year))) return 'met';
    const date = facts['unit.registrationDate'];
    const older = date === undefined ? undefined : isBefore(date, guide.date('unit.auditConfirmFrom'));
    if (older === false) return 'to-confirm';
    return years === undefined || older === undefined ? 'open' : 'unmet';
  },
  wants: (facts): Want[] => {
    if (facts['unit.auditedReportYears'] === undefined) return ['unit.auditedReportYears'];
    return ['unit.registrationDate'];
  },
});

/** `process.single-channel`: 附5 一（二）: one recommending unit, and not applied for twice. */
const singleChannel = rule({
  id: 'process.single-channel',
  needs: ['process.channels', 'process.duplicate'],
  decide(facts, guide): Outcome {
    const channels = facts['process.channels'];
    const one = channels === undefined ? undefined : channels === guide.amount('process.channels');
    const twice = facts['process.duplicate'];
    if (one === false || twice) return 'unmet';
    return one && twice === false ? 'met' : 'open';
  },
});

/** `direction.fit`: 附5 一（三）: one of the directions, and the content roughly fits it. */
const directionFit = rule({
  id: 'direction.fit',
  needs: ['direction', 'directionFit'],
  decide(facts): Outcome {
    if (facts.directionFit === 'does-not-fit') return 'unmet';
    return facts.direction === undefined || facts.directionFit === undefined ? 'open' : 'met';
  },
});

export const unitRules = [registeredBefore, auditReports, singleChannel, directionFit];
