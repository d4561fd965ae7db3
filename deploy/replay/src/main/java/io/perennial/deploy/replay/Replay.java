package io.perennial.deploy.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Feeds a data set or the simulated shop through ingest; the command's {@code main}, and the same as a call. */
public final class Replay {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Replay() {}

    /**
     * Replays silently and returns when there is a verdict on everything, or none to be had: then the summary's {@code failure}
     * says why.
     *
     * @throws IOException if the file cannot be read, or is not what it is said to be
     */
    public static ReplaySummary run(ReplayOptions options) throws IOException, InterruptedException {
        return new Run(options, Clock.systemUTC(), null, false).go();
    }

    /** Exits with 0 if everything was delivered, 1 if not, 2 if the arguments or the file make no sense. */
    public static void main(String... arguments) throws InterruptedException {
        System.exit(status(arguments));
    }

    private static int status(String... arguments) throws InterruptedException {
        if (arguments.length == 0 || arguments[0].equals("--help")) {
            System.out.print(CommandLine.USAGE);
            return arguments.length == 0 ? MISUSED : 0;
        }
        try {
            ReplayOptions options = CommandLine.parse(arguments);
            boolean terminal = isTerminal();
            ReplaySummary summary = new Run(options, Clock.systemUTC(), System.err, terminal).go();
            Report.print(summary, System.out);
            return summary.delivered() ? 0 : FAILED;
        } catch (IllegalArgumentException e) {
            System.err.println("replay: " + e.getMessage() + " (run --help tells more)");
            return MISUSED;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("replay: " + e.getMessage());
            return MISUSED;
        } catch (OutOfMemoryError e) {
            System.err.println("replay: the heap is too small for this; set REPLAY_HEAP, e.g. to 2g");
            return FAILED;
        }
    }

    // Since JDK 22 there is a console even where standard output is redirected.
    @SuppressWarnings("SystemConsoleNull") // On some systems there is none all the same.
    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
