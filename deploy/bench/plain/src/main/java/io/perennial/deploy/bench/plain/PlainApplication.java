package io.perennial.deploy.bench.plain;

import java.time.Instant;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One GET with one indexed query, as Boot does it by itself: no keys, no metrics, no traces, nothing computed. */
@RestController
@SpringBootApplication
public class PlainApplication {

    private final JdbcClient jdbc;

    PlainApplication(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row as it is. */
    record Thing(String id, String name, double amount, Instant changedAt) {}

    @GetMapping("/things/{id}")
    Thing thing(@PathVariable String id) {
        return jdbc.sql("select id, name, amount, changed_at from plain_thing where id = ?")
                .param(id)
                .query((row, number) -> new Thing(
                        row.getString(1),
                        row.getString(2),
                        row.getDouble(3),
                        row.getTimestamp(4).toInstant()))
                .single();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(PlainApplication.class, arguments);
    }
}
