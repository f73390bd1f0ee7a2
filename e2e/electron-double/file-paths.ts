import type { Session } from './cdp.ts'

/**
 * Answers `webUtils.getPathForFile`: it must answer at once, and only the browser knows where a chosen file lies. So the
 * shim in the preload's world stops at a `debugger` statement with the file in `file`; here the path is looked up, put
 * into its `found`, and the page goes on.
 */
export async function answerFilePaths(session: Session): Promise<void> {
  session.on('Debugger.paused', async ({ callFrames }) => {
    const callFrameId = callFrames[0]?.callFrameId ?? ''
    const evaluate = (expression: string) =>
      session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression })
    try {
      const { result } = await evaluate('file')
      // A file that a page made itself has no path, as in Electron.
      const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId ?? '' })
      await evaluate(`found.path = ${JSON.stringify(path)}`)
    } catch (error) {
      console.error('the stand-in found no path for a file', error)
    }
    await session.send('Debugger.resume').catch(() => undefined)
  })
  await session.send('Debugger.enable')
}
