package io.perennial.common.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Lets one replica at a time do a job: a Postgres advisory lock of the service's schema, gone with the connection of a
 * leader that dies.
 */
public final class LeaderLock {

    private final DataSource dataSource;

    LeaderLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Runs the work where no other replica is at it; the work opens its own transactions.
     *
     * @return whether it ran
     */
    public boolean runIfLeader(String job, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtext(current_schema()), hashtext(?))", job)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtext(current_schema()), hashtext(?))", job);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The leader's lock of " + job + " failed", e);
        }
    }

    private static boolean ask(Connection connection, String sql, String job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, job);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
