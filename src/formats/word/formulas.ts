import { childOf, childrenOf, type XmlElement } from '#formats/container/xml.ts';
import { isOn } from './styles.ts';

/** A formula in one line: `(a+b)/2`, `x^2`, `√(x)`. */
export function readFormula(formula: XmlElement): string {
  return childrenOf(formula).map(readPart).join('');
}

function readPart(part: XmlElement): string {
  if (isUnseen(part)) return '';
  const of = (name: string) => {
    const child = childOf(part, name);
    return child === null ? '' : readFormula(child);
  };
  switch (part.name) {
    case 'm:t':
    case 'w:t':
      return part.children.join('');
    case 'm:f':
      return `${grouped(of('m:num'))}/${grouped(of('m:den'))}`;
    case 'm:sSup':
      return `${of('m:e')}^${grouped(of('m:sup'))}`;
    case 'm:sSub':
      return `${of('m:e')}_${grouped(of('m:sub'))}`;
    case 'm:sSubSup':
      return `${of('m:e')}_${grouped(of('m:sub'))}^${grouped(of('m:sup'))}`;
    case 'm:rad':
      return `${of('m:deg')}√(${of('m:e')})`;
    case 'm:nary':
      return `${signOf(part)}_${grouped(of('m:sub'))}^${grouped(of('m:sup'))} ${of('m:e')}`;
    case 'm:d':
      return `(${childrenOf(part, 'm:e').map(readFormula).join(', ')})`;
    default:
      return readFormula(part);
  }
}

/** ∑, ∏ …; ∫ where it is not said. */
function signOf(part: XmlElement): string {
  return childOf(childOf(part, 'm:naryPr'), 'm:chr')?.attributes.get('m:val') ?? '∫';
}

function grouped(text: string): string {
  return text.length > 1 ? `(${text})` : text;
}

/** Whether a part is deleted or hidden. */
function isUnseen(part: XmlElement): boolean {
  if (part.name === 'w:del' || part.name === 'w:moveFrom') return true;
  const looks = childOf(part, 'w:rPr') ?? childOf(childOf(part, 'm:ctrlPr'), 'w:rPr');
  const unseen = ['w:del', 'w:moveFrom', 'w:vanish', 'w:specVanish'];
  return unseen.some((name) =>
    isOn(
      childOf(looks, name)?.attributes.get('w:val') ??
        (childOf(looks, name) === null ? 'off' : 'true'),
    ),
  );
}
