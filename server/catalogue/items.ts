import type { Bilingual } from '../text/span.ts';
import type { Requirement } from './requirement.ts';

/** One of the eight key tasks and five measures of the Opinions, or another pack, to sort requirements by. */
export interface Item {
  /** `task-5`, `measure-1`, or the name of a pack. */
  readonly id: string;
  /** "Key task 5 · Personal information" */
  readonly title: Bilingual;
}

/** The item a requirement answers to. */
export function itemOf({ cites, pack }: Requirement): Item {
  const provision = cites.find((cite) => cite.instrument === 'opinions-2014')?.provision;
  const [, kind, number] = /\b(task|measure) (\d+)/.exec(provision?.en ?? '') ?? [];
  if (!provision || !kind || !number || pack !== 'opinions')
    return { id: pack, title: { en: pack, zh: pack } };
  const id = `${kind}-${number}`;
  const name = names[id];
  const en = provision.en.charAt(0).toUpperCase() + provision.en.slice(1);
  return {
    id,
    title: { en: name ? `${en} · ${name.en}` : en, zh: name ? `${provision.zh} · ${name.zh}` : provision.zh },
  };
}

/** Short names in our own words. */
const names: Readonly<Record<string, Bilingual>> = {
  'task-1': { en: 'Infrastructure and systems', zh: '网络设施和业务系统' },
  'task-2': { en: 'Emergency response', zh: '应急响应' },
  'task-3': { en: 'Threats on the internet', zh: '网络安全威胁' },
  'task-4': { en: 'Procurement', zh: '软硬件采购' },
  'task-5': { en: 'Data and personal information', zh: '数据和个人信息' },
  'task-6': { en: 'App stores and apps', zh: '应用商店和应用程序' },
  'task-7': { en: 'New technology', zh: '新技术新业务' },
  'task-8': { en: 'Research', zh: '技术研究' },
  'measure-1': { en: 'Supervision', zh: '监督管理' },
  'measure-2': { en: 'Industry associations', zh: '行业组织' },
  'measure-3': { en: 'Staff', zh: '人员配备' },
  'measure-4': { en: 'Budget', zh: '经费保障' },
  'measure-5': { en: 'Training', zh: '人才培养' },
};
