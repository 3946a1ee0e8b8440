import { posix, win32 } from 'node:path';

const LINUX_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const LINUX_DIRS = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
const MAC_APPS = ['Google Chrome', 'Chromium'];
// Edge is Chromium and comes with every Windows.
const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Where Chrome and Chromium usually are, the preferred ones first. `home` is the user's folder. */
export function installedBrowserPaths(os: NodeJS.Platform, home: string): string[] {
  if (os === 'darwin') {
    return ['/Applications', posix.join(home, 'Applications')].flatMap((dir) =>
      MAC_APPS.map((app) => posix.join(dir, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (os === 'win32') {
    const roots = ['C:\\Program Files', 'C:\\Program Files (x86)', win32.join(home, 'AppData', 'Local')];
    return WINDOWS_PATHS.flatMap((path) => roots.map((root) => win32.join(root, ...path)));
  }
  return [
    ...LINUX_DIRS.flatMap((dir) => LINUX_NAMES.map((name) => posix.join(dir, name))),
    '/opt/google/chrome/chrome',
  ];
}
