package io.perennial.common.stream;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells what goes away by itself (pause and retry) from what does not (isolate and dead-letter). */
final class TransientFailures {

    /** Connection, transaction rollback (deadlock, serialization), resources, operator intervention, system error. */
    private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "40", "53", "57", "58");

    private TransientFailures() {}

    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean passing = switch (cause) {
                case TransientDataAccessException e -> true;
                case RecoverableDataAccessException e -> true;
                case NonTransientDataAccessResourceException e -> true;
                case CannotCreateTransactionException e -> true;
                case TransactionSystemException e -> true;
                case SQLTransientException e -> true;
                case SQLRecoverableException e -> true;
                case RetriableException e -> true;
                case SQLException e -> {
                    String state = e.getSQLState();
                    yield state != null && state.length() >= 2 && SQL_STATE_CLASSES.contains(state.substring(0, 2));
                }
                default -> false;
            };
            if (passing) {
                return true;
            }
        }
        return false;
    }
}
