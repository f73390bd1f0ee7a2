/** The two names under which the window and the main process talk; nothing else crosses. */
export const invokeChannel = 'portbook:invoke'
export const eventChannel = 'portbook:event'
