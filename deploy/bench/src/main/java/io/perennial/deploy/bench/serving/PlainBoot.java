package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.local.Layout;
import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.jvm.JavaCommand;
import io.perennial.deploy.local.process.Command;
import io.perennial.deploy.local.process.HttpProbe;
import io.perennial.deploy.local.process.Part;
import io.perennial.deploy.local.process.PartProcess;
import io.perennial.deploy.local.service.Service;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What a service's answers are compared with: a plain Boot application in a JVM of its own, that answers with one row of a
 * table in the service's schema, found by its key.
 *
 * @param options of its JVM, the service's
 * @param rows so many, {@code thing-0} and on
 */
record PlainBoot(Suite suite, Service beside, List<String> options, int rows) implements Part {

    /** The options say otherwise. */
    private static final String HEAP = "256m";

    /** Makes the table, and starts it; whoever asked for it stops it. */
    PartProcess start() {
        makeTable();
        var process = new PartProcess(this, suite.logs(), suite.logs());
        process.start(command());
        process.awaitReady();
        return process;
    }

    static String path(int row) {
        return "/things/thing-" + row;
    }

    URI url() {
        return URI.create("http://localhost:" + port());
    }

    @Override
    public String name() {
        return "plain-boot";
    }

    @Override
    public Command command() {
        var what = List.of("-cp", classPath(), "io.perennial.deploy.bench.plain.PlainApplication");
        var environment = Map.of(
                "SERVER_PORT", Integer.toString(port()),
                "SERVER_ADDRESS", "127.0.0.1",
                "SPRING_DATASOURCE_URL", suite.databaseUrl(),
                "SPRING_DATASOURCE_USERNAME", beside.role(),
                "SPRING_DATASOURCE_PASSWORD", suite.databasePassword(beside.role()));
        return new JavaCommand(HEAP, options, what, environment).plain();
    }

    @Override
    public boolean ready() {
        return HttpProbe.answersOk(url().resolve(path(0)));
    }

    /** That of a service that does not run beside the one measured. */
    private int port() {
        return suite.ports().of(Service.CAMPAIGN.port());
    }

    private static String classPath() {
        var target = Layout.findCheckout().resolve("deploy/bench/plain/target");
        try {
            return target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("classpath")).strip();
        } catch (IOException e) {
            throw new CannotMeasure("the plain Boot application is not built: run deploy/bench/run", e);
        }
    }

    private void makeTable() {
        var role = beside.role();
        try (var connection = DriverManager.getConnection(suite.databaseUrl(), role, suite.databasePassword(role));
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table plain_thing as
                        select 'thing-' || number as id, 'Thing No. ' || number as name, number / 7.0::float8 as amount,
                            now() - number * interval '1 s' as changed_at
                        from generate_series(0, %d) as number""".formatted(rows - 1));
            statement.execute("alter table plain_thing add primary key (id)");
            statement.execute("vacuum analyze plain_thing");
        } catch (SQLException e) {
            throw new CannotMeasure("the plain Boot application's table cannot be made: " + e.getMessage(), e);
        }
    }
}
