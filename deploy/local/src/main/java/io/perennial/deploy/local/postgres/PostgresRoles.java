package io.perennial.deploy.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One database; in it a role and a schema a service, none of which sees another's. */
final class PostgresRoles {

    private PostgresRoles() {}

    static void createDatabase(Connection connection, String name) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database " + name);
        }
    }

    /** Names are ours and need no quoting; passwords are hexadecimal. */
    static void create(Connection connection, List<String> roles, Passwords passwords) throws SQLException {
        execute(connection, "revoke all on schema public from public");
        for (var role : roles) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                execute(connection, "create role " + role + " login");
            }
            execute(connection, "alter role %s password '%s'".formatted(role, passwords.of(role)));
            execute(connection, "alter role %s set search_path = %s".formatted(role, role));
            execute(connection, "create schema if not exists %s authorization %s".formatted(role, role));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
