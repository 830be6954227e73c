/** Of one photo of what was fitted. */
export const photoBytes = 15 * 1024 * 1024;
export const photosAtMost = 5;
