/** A platform in the histories: its repository and its folders, the newest name last. */
export interface RecordedPlatform {
  readonly name: string;
  readonly repository: string;
  readonly folders: readonly string[];
}

const inPga = (name: string, folders: readonly string[] = [name]): RecordedPlatform => ({
  name,
  repository: 'pga',
  folders,
});
const inContrib = (name: string): RecordedPlatform => ({ name, repository: 'contrib', folders: [name] });

export const RECORDED_PLATFORMS: readonly RecordedPlatform[] = [
  inPga('Facebook'),
  inPga('Instagram'),
  inPga('Threads'),
  inPga('WhatsApp'),
  inPga('X', ['Twitter', 'X']),
  inPga('LinkedIn'),
  inPga('TikTok'),
  inPga('Snapchat'),
  inPga('YouTube'),
  inPga('Reddit'),
  inContrib('Google'),
  inContrib('Microsoft'),
  inContrib('Zoom'),
];

export const FIVE_DATES: readonly string[] = ['2022-06-01', '2023-10-01', '2024-10-01', '2025-06-01', '2026-08-01'];
