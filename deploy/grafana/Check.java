import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether every panel of every dashboard would show something; see {@link #HELP}. */
final class Check {

    private static final String HELP = """
            deploy/grafana/check [OPTION …]    runs every dashboard panel's query, and names each that has no data
              --prometheus URL    default http://localhost:9090; it has to scrape the running suite
              --window DURATION   how far panels look back, default PT1H as the dashboards do
              --dashboards DIR    default deploy/grafana/dashboards
              --visit             look around in the demo shop first, for some 25 s, as the visitor "dashboard-check"; before
                                  that have churn trained where no model is, and its models looked after
                                  (PERENNIAL_PORT_INGEST, …_RECOMMENDATION and …_CHURN name other ports)
              --strict            fail, too, for a metric that nobody has exported yet, where its panel shows 0 instead
            Ends with 0 where all have data, 1 where one has none or a dashboard is faulty, 2 where it could not check.""";

    private final Prometheus prometheus;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Set<String>> unseen = new TreeMap<>();
    private int checked;
    private int empty;

    private Check(Prometheus prometheus) {
        this.prometheus = prometheus;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> options = new HashMap<>(Map.of(
                "--prometheus", "http://localhost:9090", "--window", "PT1H", "--dashboards", "", "--visit", "", "--strict", ""));
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            boolean known = options.containsKey(name);
            boolean valued = known && !name.equals("--strict") && !name.equals("--visit");
            if (!known || (valued && i + 1 == arguments.length)) {
                System.out.println(HELP);
                System.exit(name.equals("--help") ? 0 : 2);
            }
            options.put(name, valued ? arguments[++i] : "yes");
        }
        URI url = URI.create(options.get("--prometheus").replaceAll("/$", ""));
        try {
            if (!options.get("--visit").isEmpty()) {
                new Visitor(System.getenv()).visit();
            }
            Check check = new Check(new Prometheus(url, Duration.parse(options.get("--window"))));
            check.run(Dashboard.in(folder(options.get("--dashboards"))));
            System.exit(check.report(!options.get("--strict").isEmpty()) ? 0 : 1);
        } catch (ConnectException e) {
            System.err.println("Nobody answers: start the suite and a Prometheus, or name it with --prometheus (" + url + ")");
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
        }
        System.exit(2);
    }

    /** Beside this file, which the launcher names in a property. */
    private static Path folder(String said) {
        return said.isEmpty() ? Path.of(System.getProperty("grafana.folder", "deploy/grafana"), "dashboards") : Path.of(said);
    }

    private void run(List<Dashboard> dashboards) throws IOException, InterruptedException {
        Set<String> metrics = prometheus.metrics();
        Map<String, String> files = new HashMap<>();
        for (Dashboard dashboard : dashboards) {
            dashboard.faults().forEach(fault -> faults.add(dashboard.file() + ": " + fault));
            String other = files.put(dashboard.uid(), dashboard.file());
            if (other != null) {
                faults.add(dashboard.file() + ": has the uid of " + other);
            }
            for (Dashboard.Panel panel : dashboard.panels()) {
                check(dashboard, panel, metrics);
            }
        }
    }

    private void check(Dashboard dashboard, Dashboard.Panel panel, Set<String> metrics)
            throws IOException, InterruptedException {
        checked++;
        boolean missing = false;
        for (String query : panel.queries()) {
            String name = dashboard.file() + ": \"" + panel.title() + "\"";
            String complaint = prometheus.complaint(query);
            if (!complaint.isEmpty()) {
                missing = true;
                System.out.println(name + ": " + complaint + "\n    " + query);
            }
            for (String metric : Prometheus.metricsOf(query)) {
                if (!metrics.contains(metric)) {
                    unseen.computeIfAbsent(metric, any -> new TreeSet<>()).add(name);
                }
            }
        }
        if (missing) {
            empty++;
        }
    }

    private boolean report(boolean strict) {
        faults.forEach(System.out::println);
        unseen.forEach((metric, panels) -> System.out.println("not exported yet: " + metric + ", in "
                + panels.iterator().next() + (panels.size() > 1 ? " and " + (panels.size() - 1) + " more" : "")));
        System.out.println("panels_checked=" + checked);
        System.out.println("panels_without_data=" + empty);
        System.out.println("metrics_not_exported_yet=" + unseen.size());
        return checked > 0 && empty == 0 && faults.isEmpty() && !(strict && !unseen.isEmpty());
    }
}
