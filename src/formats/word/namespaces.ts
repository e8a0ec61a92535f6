const schemas = 'http://schemas.openxmlformats.org/';
const strict = 'http://purl.oclc.org/ooxml/';
const microsoft = 'http://schemas.microsoft.com/office/word/';

/** Prefixes of the namespaces of WordprocessingML (ISO/IEC 29500), in its transitional and its strict form. */
export const wordPrefixes: ReadonlyMap<string, string> = new Map([
  [`${schemas}wordprocessingml/2006/main`, 'w'],
  [`${strict}wordprocessingml/main`, 'w'],
  [`${schemas}officeDocument/2006/relationships`, 'r'],
  [`${strict}officeDocument/relationships`, 'r'],
  [`${schemas}package/2006/relationships`, 'rel'],
  [`${schemas}markup-compatibility/2006`, 'mc'],
  [`${schemas}drawingml/2006/main`, 'a'],
  [`${strict}drawingml/main`, 'a'],
  [`${schemas}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}drawingml/wordprocessingDrawing`, 'wp'],
  [`${schemas}officeDocument/2006/math`, 'm'],
  [`${strict}officeDocument/math`, 'm'],
  [`${microsoft}2010/wordprocessingShape`, 'wps'],
  [`${microsoft}2010/wordml`, 'w14'],
  [`${schemas}officeDocument/2006/extended-properties`, 'app'],
  [`${strict}officeDocument/extendedProperties`, 'app'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);
