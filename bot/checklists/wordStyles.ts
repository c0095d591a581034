/** How a checklist looks in Word: calm, black on white, one colour for its headline. */
import type { IStylesOptions } from 'docx';
import type { Checklist } from '../../state/checklists.ts';

const ink = '1B222C';
export const subtle = '5A6472';
export const line = 'BFC7D1';

/** The colour of a verdict's headline. */
export const tones: Record<Checklist['verdict'], string> = {
  ready: '1D6B45',
  fixable: '8A5600',
  'needs-confirmation': '8A5600',
  'not-eligible': 'B3261E',
};

/** Fonts that Word, WPS and Pages have or replace by one of their own. */
const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' };

/** Sizes in half points, distances in twentieths of a point. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 21, color: ink, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 312 } },
    },
    title: { run: { font, size: 40, bold: true }, paragraph: { spacing: { before: 40, after: 60 } } },
    heading1: {
      run: { font, size: 26, bold: true, color: ink },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 22, bold: true, color: ink },
      paragraph: { spacing: { before: 180, after: 20 }, keepNext: true },
    },
  },
};
