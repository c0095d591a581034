/** Where the pages of the room stand. */
export const paths = {
  published: '/staff/knowledge',
  proposals: '/staff/knowledge/proposals',
  rulings: '/staff/knowledge/rulings',
  history: '/staff/knowledge/history',
  new: '/staff/knowledge/new',
  quotes: '/staff/knowledge/quotes',
  proposal: (id: string, act?: 'edit' | 'propose' | 'compare' | 'diff' | 'approve' | 'reject' | 'publish' | 'cancel') =>
    `/staff/knowledge/proposals/${id}${act === undefined ? '' : `/${act}`}`,
  rollback: (version: string) => `/staff/knowledge/history/${version}/rollback`,
} as const;
