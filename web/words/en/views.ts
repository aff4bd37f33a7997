/** How the stage is looked at. */
export const views = {
  views: {
    speaker: 'Speaker view',
    grid: 'Grid view',
    /** The browser’s picture-in-picture. */
    smallWindow: 'Small window',
    fair: 'Unsteady connection',
    poor: 'Poor connection',
    pages: 'Pages of people',
    before: 'Previous',
    next: 'Next',
    pageOf: (page: number, pages: number) => `${page} of ${pages}`,
  },
};
