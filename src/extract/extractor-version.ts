/** Part of the fingerprint of a version: goes up when the same bytes can give other words. */
export const EXTRACTOR_VERSION = '2';
