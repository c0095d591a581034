/** Unusual rules about the applying unit and how it applies: 附5 一, 三. */
import { auditYears } from '../auditYears.ts';
import { firstDay, isBefore } from '../calendar.ts';
import { holds, type Outcome, rule, type Want } from '../rule.ts';

/**
 * `unit.registered-before`: 附5 三（一） 「2022年5月1日前完成工商注册」. Whether 前 takes in the day itself is not written:
 * that day is to be confirmed. A unit outside Jiangxi is judged by `unit.registered-in-jiangxi` alone.
 */
const registeredBefore = rule({
  id: 'unit.registered-before',
  needs: ['unit.registeredInJiangxi', 'unit.registrationDate'],
  parameters: ['unit.registeredBefore'],
  decide(facts, guide): Outcome {
    const inJiangxi = facts['unit.registeredInJiangxi'];
    if (inJiangxi === false) return 'not-applicable';
    const date = facts['unit.registrationDate'];
    const limit = guide.date('unit.registeredBefore');
    const ownDay = guide.laid?.readings.ownDay['unit.registeredBefore'];
    const early = date === undefined ? undefined : (date === limit && ownDay === true) || isBefore(date, limit);
    if (inJiangxi === undefined) return early ? 'covered' : 'open';
    // of May 2022 only the first day may count
    if (date !== undefined && firstDay(date) === limit && ownDay !== false) {
      if (date !== limit) return 'open';
      return ownDay === undefined ? 'to-confirm' : 'met';
    }
    return holds(early);
  },
  wants(facts, guide): Want[] {
    const date = facts['unit.registrationDate'];
    const limit = guide.date('unit.registeredBefore');
    const whole = date === limit || guide.laid?.readings.ownDay['unit.registeredBefore'] === false;
    const settled = date !== undefined && isBefore(date, limit) !== undefined && (whole || firstDay(date) !== limit);
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
  parameters: ['unit.auditYears', 'unit.auditConfirmFrom'],
  decide(facts, guide): Outcome {
    if (facts['unit.kind'] === undefined) return 'covered';
    if (facts['unit.kind'] !== 'enterprise') return 'not-applicable';
    const years = facts['unit.auditedReportYears'];
    const date = facts['unit.registrationDate'];
    const older = date === undefined ? undefined : isBefore(date, guide.date('unit.auditConfirmFrom'));
    const wanted = auditYears(date, guide);
    if (wanted.length === 0 || (years && wanted.every((year) => years.includes(year)))) return 'met';
    if (older === false && !guide.laid?.readings.yearsSinceFounding) return 'to-confirm';
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
  parameters: ['process.channels'],
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
