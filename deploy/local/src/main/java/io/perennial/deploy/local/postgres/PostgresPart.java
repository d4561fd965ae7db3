package io.perennial.deploy.local.postgres;

import io.perennial.deploy.local.process.Command;
import io.perennial.deploy.local.process.Commands;
import io.perennial.deploy.local.process.Part;
import io.perennial.deploy.local.process.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with its data folder; once ready it has the suite's database, roles and schemas. */
public final class PostgresPart implements Part {

    private static final String DATABASE = "perennial";
    private static final String SUPERUSER = "postgres";
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC");

    private final Path cache;
    private final Path folder;
    private final int port;
    private final int sharedMib;
    private final List<String> roles;
    private final Passwords passwords;
    private @Nullable PostgresBinaries binaries;

    /**
     * Each of the {@code roles} becomes a role that owns a schema of the same name.
     *
     * @param sharedMib memory for its tables
     */
    public PostgresPart(Path cache, Path data, int port, int sharedMib, List<String> roles) {
        this.cache = cache;
        this.folder = data.resolve("postgres");
        this.port = port;
        this.sharedMib = sharedMib;
        this.roles = List.copyOf(roles);
        this.passwords = Passwords.in(data);
    }

    public String url() {
        return url(DATABASE);
    }

    public String password(String role) {
        return passwords.of(role);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void prepare() {
        var programs = binaries();
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise(programs);
        }
        write(folder.resolve("perennial.conf"), PostgresSettings.text(port, sharedMib));
        OrdinaryUser.own(folder);
    }

    @Override
    public Command command() {
        return OrdinaryUser.run(
                new Command(List.of(binaries().program("postgres"), "-D", folder.toString()), ENVIRONMENT));
    }

    @Override
    public boolean ready() {
        try (var connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void settle() {
        try {
            try (var connection = connect(SUPERUSER)) {
                PostgresRoles.createDatabase(connection, DATABASE);
            }
            try (var connection = connect(DATABASE)) {
                PostgresRoles.create(connection, roles, passwords);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the roles and schemas", e);
        }
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INT;
    }

    private void initialise(PostgresBinaries programs) {
        try {
            // Beside its place: half a database must not be taken for one.
            var half = Files.createDirectories(folder.resolveSibling("postgres.new"));
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
            var password = folder.resolveSibling("postgres.password");
            Files.deleteIfExists(password);
            var ownersOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(password, PosixFilePermissions.asFileAttribute(ownersOnly));
            Files.writeString(password, passwords.of(SUPERUSER) + "\n");
            OrdinaryUser.own(half);
            OrdinaryUser.own(password);
            var initdb = new Command(initdb(programs, half, password), ENVIRONMENT);
            Commands.run("initialising PostgreSQL", OrdinaryUser.run(initdb));
            Files.delete(password);
            var configuration = half.resolve("postgresql.conf");
            Files.writeString(configuration, "\ninclude 'perennial.conf'\n", StandardOpenOption.APPEND);
            Files.move(half, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> initdb(PostgresBinaries programs, Path folder, Path password) {
        return List.of(
                programs.program("initdb"),
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    private Connection connect(String database) throws SQLException {
        var url = url(database) + "?connectTimeout=2&socketTimeout=20";
        return DriverManager.getConnection(url, SUPERUSER, passwords.of(SUPERUSER));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private synchronized PostgresBinaries binaries() {
        if (binaries == null) {
            binaries = PostgresBinaries.in(cache);
        }
        return binaries;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
