/** What was said and not yet taken by the service, kept with its conversation over a reload. */
const key = 'guohe.unsent';

function load() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

function save(entries) {
  try {
    if (entries.length > 0) localStorage.setItem(key, JSON.stringify(entries));
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing: it is still sent as long as the page stands.
  }
}

const idOf = (activity) => activity.channelData.clientActivityID;
const without = (activity) => load().filter((entry) => idOf(entry.activity) !== idOf(activity));

/** `at`: the conversation, if there is one yet. */
export function keep(activity, at) {
  if (at) save([...without(activity), { at, activity }]);
}

export function release(activity) {
  save(without(activity));
}

/** What an earlier visit left unsent in this conversation, in order; of another conversation nothing is sent any more. */
export function leftOver(at) {
  const entries = load().filter((entry) => entry.at === at);
  save(entries);
  return entries.map(({ activity }) => activity);
}
