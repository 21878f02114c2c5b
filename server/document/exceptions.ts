import type { Span } from '../text/span.ts';
import type { Statement } from './statement.ts';

/**
 * What a statement takes out of its duty: "all events other than security incidents", 网络安全事件除外. What is taken out of a bar
 * is allowed, and what others do in contrast is no part of it either. Places in the folded text.
 */
export function exceptionsIn({ folded, language, marks }: Statement): readonly Span[] {
  if (!mayExcept.test(folded)) return none;
  const found: Span[] = [];
  for (const pattern of language === 'zh' ? chinese : english)
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const bars = marks.some((m) => (m.kind === 'prohibition' || m.kind === 'not') && m.end <= start);
      if (!bars) found.push({ start, end: start + match[0].length });
    }
  return found;
}

const none: readonly Span[] = [];
const mayExcept =
  /\b(?:but not|though not|other than|except|excepted|excluding|excluded|save for|apart from|exception of|unlike)\b|除|不同/;

const english = [
  /\b(?:(?:but|though) not|other than|except(?: for| in (?:the case|respect) of)?|excluding|save for|apart from|with the exception of) (?!where\b|when\b|if\b|as\b|that\b|to\b|with\b|after\b|by\b|on\b|under\b|in\b)(?:(?:of|for) )?[^,;:.()]{3,80}/g,
  /[^,;:.()]{3,60} (?:are |is |being )?(?:excepted|excluded)\b/g,
  /\bunlike [^;.]{3,120}, (?=we\b|our\b|this\b|the (?:supplier|vendor|contractor|provider|company)\b)/g,
];

/** 除…外，还: what is added is no exception. */
const chinese = [
  /除(?!了?法律|非|了?依法|了?另有)[^,，。;；]{2,40}(?:以外|之外|外)(?:的|[，,](?!.{0,12}(?:还|也|另|亦|同时|并)))/g,
  /[^,，。;；:：]{2,40}除外/g,
  /与[^,，。;；]{2,40}不同[，,]/g,
];
