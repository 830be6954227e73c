export { kindLabels, mostBytes, sizeInWords } from './file-types.ts';
export { inTheWay, mayOpen } from './kept-file.ts';
export { pictureWithCustody } from './views/picture.ts';
export { stateTag } from './views/state-tag.ts';
export { notScanned, uploadForm as uploadFields } from './views/upload.ts';
