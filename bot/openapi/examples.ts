/** Requests that callers may copy; the tests post each of them to a running service, and compare what comes with what is said here. */

export const askExample = { question: '负责人年龄有什么要求？', conversation: '工单-1024' };

export const assessmentExample = {
  facts: {
    unit: { kind: 'enterprise', registeredInJiangxi: true, registrationDate: '2020-03-01', ownFundsWan: 200 },
    lead: { birthDate: '1978-07', titleLevel: 'senior', origin: 'mainland' },
    partners: [{ name: '亚琛工业大学', countryOrRegion: '德国', city: '亚琛' }],
    direction: 10,
    funding: { appliedWan: 100 },
  },
};

export const batchExample = {
  items: [
    { id: 'A-01', facts: { unit: { kind: 'university' }, lead: { birthDate: '1965-05-31' } } },
    { id: 'A-02', facts: { lead: { birthDate: '1965-02-30' } } },
  ],
};

export const zammadExample = {
  ticket: { id: 77 },
  article: { ticket_id: 77, sender: 'Customer', content_type: 'text/html', body: '<p>项目实施期可以写几年？</p>' },
};

export const activityExample = { type: 'message', from: { id: 'user-1' }, text: '开始自查' };
