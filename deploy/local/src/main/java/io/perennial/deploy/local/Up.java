package io.perennial.deploy.local;

import io.perennial.deploy.local.console.Terminal;
import io.perennial.deploy.local.process.CannotStart;
import io.perennial.deploy.local.process.PartFailure;
import io.perennial.deploy.local.process.PidFile;
import io.perennial.deploy.local.service.Service;
import io.perennial.deploy.local.tour.Surroundings;
import io.perennial.deploy.local.tour.Tour;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code deploy/local/up}: starts the suite, fills the demo shop, shows around, and watches until Ctrl-C. */
public final class Up {

    private final UpArguments arguments;
    private final Layout layout;
    private final PrintStream out;

    private Up(UpArguments arguments, Layout layout, PrintStream out) {
        this.arguments = arguments;
        this.layout = layout;
        this.out = out;
    }

    public static void main(String[] words) {
        try {
            var arguments = UpArguments.parse(List.of(words), System.getenv());
            if (arguments.help()) {
                System.out.printf(UpArguments.HELP, PortArguments.names());
                return;
            }
            var checkout = Layout.findCheckout();
            var data = arguments.data() == null ? Layout.usualData(checkout) : arguments.data();
            new Up(arguments, new Layout(checkout, data), System.out).run();
        } catch (CannotStart | PartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        if (arguments.empty()) {
            new DataFolder(layout)
                    .moveAside(Clock.system(ZoneId.systemDefault()))
                    .ifPresent(aside -> out.println("The old data folder is now " + aside));
        }
        var already = SuiteState.alive(layout);
        if (!already.isEmpty() || launcherOf(layout).alive().isPresent()) {
            join(already);
        } else {
            startAnew();
        }
    }

    /** Somebody else's suite: what of it is dead comes back, and nothing is stopped when we end. */
    private void join(List<String> already) {
        out.println(
                already.containsAll(wanted())
                        ? "The suite runs already."
                        : "The suite runs in part; starting the rest.");
        var suite = start();
        show(suite);
    }

    private void startAnew() {
        var shutdown = new Shutdown(layout, onTerminal());
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "shutdown"));
        var launcher = launcherOf(layout);
        launcher.write(ProcessHandle.current().pid());
        try {
            var suite = start();
            fill(suite);
            show(suite);
            if (arguments.detach()) {
                shutdown.leaveRunning();
                out.println("\nIt runs on; deploy/local/down stops it.");
            } else {
                out.println("\nCtrl-C stops everything.");
                new Supervisor(suite, shutdown::hasBegun, out).watch();
            }
        } catch (CannotStart | PartFailure e) {
            if (!shutdown.hasBegun()) {
                throw e;
            }
        } finally {
            launcher.delete();
        }
    }

    private List<String> wanted() {
        var without = Arrays.stream(Service.values())
                .filter(service -> !arguments.services().contains(service))
                .map(Service::module)
                .toList();
        return SuiteStop.parts().stream()
                .filter(part -> !without.contains(part))
                .toList();
    }

    private Suite start() {
        var since = System.nanoTime();
        try (var terminal = Terminal.standard(onTerminal())) {
            var services = arguments.services();
            var options = new SuiteOptions(
                    layout,
                    arguments.ports(),
                    arguments.aot(),
                    services,
                    Map.of(),
                    SuiteOptions.LAPTOP_MIB,
                    List.of(),
                    terminal);
            var suite = Suite.start(options);
            var took = Duration.ofNanos(System.nanoTime() - since);
            terminal.says("All parts are ready after " + Terminal.seconds(took) + ".");
            return suite;
        }
    }

    private void fill(Suite suite) {
        var demo = new DemoShop(layout);
        var wanted = arguments.demo();
        var state = demo.state();
        if (Boolean.FALSE.equals(wanted)) {
            if (state == DemoShop.State.UNDECIDED) {
                demo.remember(DemoShop.State.UNWANTED);
            }
            return;
        }
        if (wanted == null && state == DemoShop.State.BEGUN) {
            out.println("The demo shop was filled only in part; --demo sends it again.");
        }
        if (wanted == null && state != DemoShop.State.UNDECIDED) {
            return;
        }
        out.println("\nFilling the demo shop: a year of simulated shoppers.");
        if (!demo.fill(suite)) {
            out.println("The demo shop could not be filled; see above.");
            return;
        }
        try (var terminal = Terminal.standard(onTerminal())) {
            var since = System.nanoTime();
            terminal.begins("services", "catching up");
            var caughtUp = suite.awaitCaughtUp(Duration.ofMinutes(3), toGo -> {});
            terminal.done(
                    "services",
                    caughtUp ? "caught up" : "still catching up",
                    Duration.ofNanos(System.nanoTime() - since));
        }
    }

    private void show(Suite suite) {
        var urls = new EnumMap<Service, URI>(Service.class);
        arguments.services().forEach(service -> urls.put(service, suite.url(service)));
        new Tour(new Surroundings(urls, suite.mailUrl(), suite.logs()), out).show();
    }

    static PidFile launcherOf(Layout layout) {
        return new PidFile(layout.run().resolve("launcher.pid"));
    }

    /** The wrapper script knows. */
    static boolean onTerminal() {
        return Boolean.getBoolean("perennial.terminal");
    }
}
