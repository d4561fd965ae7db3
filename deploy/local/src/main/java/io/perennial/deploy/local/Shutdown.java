package io.perennial.deploy.local;

import io.perennial.deploy.local.console.Terminal;
import io.perennial.deploy.local.process.Launches;

/** What happens when the launcher ends, by itself, by Ctrl-C or by {@code down}: everything it started stops. */
final class Shutdown implements Runnable {

    private final Layout layout;
    private final boolean moves;
    private volatile boolean leaveRunning;
    private volatile boolean begun;

    Shutdown(Layout layout, boolean moves) {
        this.layout = layout;
        this.moves = moves;
    }

    /** From now on the launcher may end and the suite stays. */
    void leaveRunning() {
        leaveRunning = true;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void run() {
        begun = true;
        if (leaveRunning) {
            return;
        }
        Launches.shut();
        if (!SuiteState.alive(layout).isEmpty()) {
            System.out.println();
            try (var terminal = Terminal.standard(moves)) {
                new SuiteStop(layout, terminal).run();
            }
        }
        // Last: down waits for the launcher that is written there.
        Up.launcherOf(layout).delete();
    }
}
