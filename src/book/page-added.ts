/** Sent by a page of the book, bubbling, when it is put into the document later than the rest: the one-file edition does so. */
export const PAGE_ADDED = 'page-added';
