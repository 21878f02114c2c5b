export const catalogueFolder: string;
export function readPages(): { readonly path: string; readonly text: string }[];
