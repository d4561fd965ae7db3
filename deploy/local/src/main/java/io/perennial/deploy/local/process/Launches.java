package io.perennial.deploy.local.process;

/** The one door through which parts are started; once it is shut, nothing starts behind the back of who stops all. */
public final class Launches {

    private static final Object DOOR = new Object();
    private static boolean shut;

    private Launches() {}

    static Process start(Command command, LogFile log, PidFile pidFile) {
        synchronized (DOOR) {
            if (shut) {
                throw new CannotStart("the launcher is stopping");
            }
            log.rotate();
            var process = DetachedProcess.start(command, log);
            pidFile.write(process.pid());
            return process;
        }
    }

    /** For the end of this JVM: whatever was started is written down, and nothing more will be. */
    public static void shut() {
        synchronized (DOOR) {
            shut = true;
        }
    }
}
