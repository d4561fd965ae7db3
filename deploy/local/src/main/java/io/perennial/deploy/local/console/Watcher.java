package io.perennial.deploy.local.console;

import java.time.Duration;

/** Is told what the suite does; called from several threads. */
public interface Watcher {

    /** Nobody is there to be told. */
    Watcher NOBODY = new Watcher() {
        @Override
        public void begins(String part, String doing) {}

        @Override
        public void done(String part, String outcome, Duration took) {}

        @Override
        public void says(String line) {}
    };

    /** A part begins something that takes a while, e.g. "starting". */
    void begins(String part, String doing);

    /** It is done. */
    void done(String part, String outcome, Duration took);

    /** Anything else worth a line. */
    void says(String line);
}
