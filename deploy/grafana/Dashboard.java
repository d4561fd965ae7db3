import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A dashboard as its file has it: its panels, and what Grafana would show wrongly or not at all. */
record Dashboard(String file, String uid, List<Panel> panels, List<String> faults) {

    /** A panel that draws something, and its queries. */
    record Panel(String title, List<String> queries) {}

    static List<Dashboard> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Dashboard> dashboards = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                dashboards.add(read(file));
            }
            return dashboards;
        }
    }

    private static Dashboard read(Path file) throws IOException {
        Object content = Json.read(Files.readString(file));
        List<Panel> panels = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        collect(Json.list(Json.member(content, "panels")), panels, faults);
        String uid = Json.text(Json.member(content, "uid"));
        if (uid.isEmpty() || Json.text(Json.member(content, "title")).isEmpty()) {
            faults.add("has no uid, or no title");
        }
        return new Dashboard(file.getFileName().toString(), uid, panels, faults);
    }

    /** Rows may hold panels of their own. */
    private static void collect(List<?> from, List<Panel> panels, List<String> faults) {
        for (Object panel : from) {
            collect(Json.list(Json.member(panel, "panels")), panels, faults);
            String type = Json.text(Json.member(panel, "type"));
            if (type.equals("row") || type.equals("text")) {
                continue;
            }
            String title = Json.text(Json.member(panel, "title"));
            List<String> queries = Json.list(Json.member(panel, "targets")).stream()
                    .map(target -> Json.text(Json.member(target, "expr")))
                    .toList();
            Object defaults = Json.member(Json.member(panel, "fieldConfig"), "defaults");
            if (Json.text(Json.member(defaults, "unit")).isEmpty()) {
                faults.add("panel \"" + title + "\" has no unit");
            }
            if (Json.text(Json.member(panel, "description")).isEmpty()) {
                faults.add("panel \"" + title + "\" does not say what to do when it looks bad");
            }
            if (queries.isEmpty() || queries.contains("")) {
                faults.add("panel \"" + title + "\" has no query, or an empty one");
            }
            panels.add(new Panel(title, queries));
        }
    }
}
