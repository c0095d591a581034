/**
 * What is used of botbuilder-dialogs, by its parts: its index would load recognisers of dates and numbers in a dozen languages, which
 * nobody here asks (they misread Chinese), and which take a tenth of a start and 57 MB.
 */
export { ComponentDialog } from 'botbuilder-dialogs/lib/componentDialog.js';
export { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog.js';
export { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
export { TextPrompt } from 'botbuilder-dialogs/lib/prompts/textPrompt.js';
export { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
