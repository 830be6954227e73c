/** How Lintel deals with a file: what it can show, and what it only keeps. */
export type FileKind = 'picture' | 'pdf' | 'sound' | 'film' | 'document' | 'text';

export const kindLabels: Readonly<Record<FileKind, string>> = {
  picture: 'Picture',
  pdf: 'PDF',
  sound: 'Sound',
  film: 'Film',
  document: 'Document',
  text: 'Text',
};

interface FileType {
  readonly kind: FileKind;
  /** The ending of a file of this type: what it is called when it is taken away. */
  readonly ending: string;
  /** What such files are called by other programs. */
  readonly endings?: readonly string[];
}

/** Every type that is taken, by what its bytes say; nothing else is. */
const types: Readonly<Record<string, FileType>> = {
  'image/jpeg': { kind: 'picture', ending: 'jpg', endings: ['jpeg', 'jpe', 'jfif'] },
  'image/png': { kind: 'picture', ending: 'png' },
  'image/webp': { kind: 'picture', ending: 'webp' },
  'image/gif': { kind: 'picture', ending: 'gif' },
  'image/heic': { kind: 'picture', ending: 'heic', endings: ['heif'] },
  'image/heif': { kind: 'picture', ending: 'heif', endings: ['heic'] },
  'application/pdf': { kind: 'pdf', ending: 'pdf' },
  'audio/mpeg': { kind: 'sound', ending: 'mp3' },
  'audio/x-m4a': { kind: 'sound', ending: 'm4a', endings: ['mp4'] },
  'audio/mp4': { kind: 'sound', ending: 'm4a', endings: ['mp4'] },
  'audio/aac': { kind: 'sound', ending: 'aac' },
  'audio/amr': { kind: 'sound', ending: 'amr' },
  'audio/ogg': { kind: 'sound', ending: 'ogg', endings: ['oga', 'opus'] },
  'audio/ogg; codecs=opus': { kind: 'sound', ending: 'opus', endings: ['ogg'] },
  'audio/wav': { kind: 'sound', ending: 'wav' },
  'audio/flac': { kind: 'sound', ending: 'flac' },
  'video/mp4': { kind: 'film', ending: 'mp4', endings: ['m4v', 'mov'] },
  'video/x-m4v': { kind: 'film', ending: 'm4v', endings: ['mp4'] },
  'video/quicktime': { kind: 'film', ending: 'mov', endings: ['mp4'] },
  'video/3gpp': { kind: 'film', ending: '3gp', endings: ['3gpp'] },
  'video/3gpp2': { kind: 'film', ending: '3g2' },
  'video/webm': { kind: 'film', ending: 'webm' },
  'video/matroska': { kind: 'film', ending: 'mkv', endings: ['webm'] },
  'video/vnd.avi': { kind: 'film', ending: 'avi' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    kind: 'document',
    ending: 'docx',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'document', ending: 'xlsx' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    kind: 'document',
    ending: 'pptx',
  },
  'application/vnd.oasis.opendocument.text': { kind: 'document', ending: 'odt' },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'document', ending: 'ods' },
  'application/vnd.oasis.opendocument.presentation': { kind: 'document', ending: 'odp' },
  'application/rtf': { kind: 'document', ending: 'rtf', endings: ['doc'] },
  'application/x-cfb': { kind: 'document', ending: 'doc', endings: ['msg', 'xls', 'ppt'] },
  'text/plain': { kind: 'text', ending: 'txt', endings: ['eml', 'csv', 'log', 'vcf', 'ics', 'md'] },
};

export const megabyte = 1024 * 1024;
/** Of one file. */
export const mostBytes = 100 * megabyte;
export const mostFiles = 10;

/** Said before a file is chosen, and beside the field where one was refused. */
export const limitsInWords =
  `Up to ${mostFiles} files at once, each of ${mostBytes / megabyte} MB or less: pictures, PDF, sound, film, ` +
  'Word, Excel, PowerPoint, OpenDocument, e-mail or plain text.';

/** What a browser offers to choose from; whoever chooses something else is told. */
export const accepted =
  'image/*,application/pdf,audio/*,video/*,.heic,.heif,.docx,.xlsx,.pptx,.odt,.ods,.odp,.rtf,.doc,.xls,.ppt,.msg,' +
  '.eml,.txt,.csv';

export interface Sent {
  /** As it was called where it came from. */
  readonly name: string;
  readonly bytes: number;
  /** By its bytes (`typeOfBytes`); null: they say nothing that is known. */
  readonly mediaType: string | null;
}

export type Judged =
  | { readonly ok: true; readonly kind: FileKind; readonly mediaType: string; readonly ending: string }
  | { readonly ok: false; readonly because: string };

/** Whether it is taken, by its bytes alone: what it is called says nothing. The sentence never asks for proof. */
export function judge({ name, bytes, mediaType }: Sent): Judged {
  if (bytes === 0) return no(name, 'is empty: nothing arrived of it. Choose it again');
  const type = mediaType === null ? undefined : types[mediaType];
  if (type && mediaType) return { ok: true, kind: type.kind, mediaType, ending: type.ending };
  return no(name, refusal(mediaType));
}

export const tooLarge = (name: string) =>
  no(
    name,
    `is larger than ${mostBytes / megabyte} MB. Send a shorter part of it, or ask how else it can come`,
  );
export const tooMany = (name: string) =>
  no(name, `was not taken: choose ${mostFiles} files at once or fewer, then the others`);

export const noRoom = (name: string, why: 'busy' | 'full') =>
  no(
    name,
    why === 'full'
      ? 'was not taken: there is no room for it at the moment, which is not your doing. Keep it, and send it again ' +
          'later; if it cannot wait, ask whoever runs Lintel'
      : 'was not taken: other files are still arriving, or very much was sent within the hour. Keep it, and send it ' +
          'again in some minutes',
  );

const archives = [
  'application/zip',
  'application/x-7z-compressed',
  'application/vnd.rar',
  'application/gzip',
];

function refusal(mediaType: string | null): string {
  if (mediaType === 'image/svg+xml' || mediaType === 'text/markup' || mediaType?.endsWith('/xml'))
    return 'is a web page or a drawing that can run a program. Take a picture of it, or print it to PDF, and add that';
  if (mediaType?.includes('macroenabled'))
    return 'holds a program (macros). Save it without, or print it to PDF, and add that';
  if (mediaType && archives.includes(mediaType))
    return 'is an archive. Unpack it and add the files that are in it';
  return 'is of a type that is not taken. Take a picture of it, or print it to PDF, and add that';
}

function no(name: string, because: string): Extract<Judged, { ok: false }> {
  return { ok: false, because: `“${name}” ${because}` };
}

/** Where its name promises another type than its bytes hold: it is taken, and whoever looks at it is told. */
export function calledSomethingElse(name: string, mediaType: string): boolean {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  const type = types[mediaType];
  if (ending === undefined || type === undefined) return false;
  return ending !== type.ending && !(type.endings ?? []).includes(ending);
}

/** The ending of the original when it is taken away. */
export function endingOf(mediaType: string): string {
  return types[mediaType]?.ending ?? 'bin';
}

/** `3.4 MB`, `812 KB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < megabyte) return `${Math.round(bytes / 1024)} KB`;
  if (bytes >= 1024 * megabyte) return `${(bytes / megabyte / 1024).toFixed(1)} GB`;
  return `${(bytes / megabyte).toFixed(1)} MB`;
}
