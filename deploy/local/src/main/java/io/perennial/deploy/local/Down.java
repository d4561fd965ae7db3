package io.perennial.deploy.local;

import io.perennial.deploy.local.console.Terminal;
import io.perennial.deploy.local.process.CannotStart;
import io.perennial.deploy.local.process.Patience;
import io.perennial.deploy.local.process.Signals;
import io.perennial.deploy.local.process.StopSignal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** {@code deploy/local/down}: stops every part of the suite on a data folder; the data stays. */
public final class Down {

    private static final String HELP = """
            deploy/local/down [--data DIR]    stops the suite; its data stays
            """;
    private static final Duration LAUNCHER_ENDS_WITHIN = Duration.ofMinutes(2);

    private Down() {}

    public static void main(String[] words) {
        try {
            System.exit(run(List.of(words)));
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            System.out.print(HELP);
            return 0;
        }
        var arguments = UpArguments.parse(words, System.getenv());
        var checkout = Layout.findCheckout();
        var layout = new Layout(checkout, arguments.data() == null ? Layout.usualData(checkout) : arguments.data());
        if (!Files.isDirectory(layout.run())) {
            System.out.println("Nothing runs on " + layout.data());
            return 0;
        }
        var stopped = stop(layout);
        System.out.println(
                stopped == 0 ? "Nothing ran on " + layout.data() : "Stopped; the data stays in " + layout.data());
        return 0;
    }

    private static int stop(Layout layout) {
        var alive = SuiteState.alive(layout).size();
        endLauncher(layout);
        try (var terminal = Terminal.standard(Up.onTerminal())) {
            return Math.max(alive, SuiteLock.holding(layout, () -> {}, new SuiteStop(layout, terminal)::run));
        }
    }

    /** A launcher in the foreground, or one that still fills the shop, stops its parts itself. */
    private static void endLauncher(Layout layout) {
        var launcher = Up.launcherOf(layout);
        launcher.alive().ifPresent(pid -> {
            System.out.println("Ending the launcher in the other terminal, pid " + pid);
            Signals.send(pid, StopSignal.TERM);
            var patience = new Patience(LAUNCHER_ENDS_WITHIN);
            while (launcher.alive().isPresent() && !patience.isOver()) {
                Patience.sleep(Duration.ofMillis(100));
            }
        });
        launcher.delete();
    }
}
