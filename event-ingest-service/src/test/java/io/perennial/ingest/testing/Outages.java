package io.perennial.ingest.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;

/** A broker and a database that a test can take away and give back. */
@TestConfiguration(proxyBeanMethods = false)
public class Outages {

    /** Which parts are away now. */
    public static final class Switches {
        public volatile boolean brokerAway;
        public volatile boolean databaseAway;
    }

    @Bean
    Switches switches() {
        return new Switches();
    }

    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(ProducerFactory<String, byte[]> producers, Switches switches) {
        return new KafkaTemplate<>(producers) {
            @Override
            public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> entry) {
                return switches.brokerAway
                        ? CompletableFuture.failedFuture(new TimeoutException("the broker is away"))
                        : super.send(entry);
            }
        };
    }

    @Bean
    static BeanPostProcessor databaseSwitch(ObjectProvider<Switches> switches) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real ? new SwitchedDataSource(real, switches) : bean;
            }
        };
    }

    /** Refuses connections while the database is away. */
    private static final class SwitchedDataSource extends DelegatingDataSource {
        private final ObjectProvider<Switches> switches;

        SwitchedDataSource(DataSource real, ObjectProvider<Switches> switches) {
            super(real);
            this.switches = switches;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (switches.getObject().databaseAway) {
                throw new SQLTransientConnectionException("the database is away");
            }
            return super.getConnection();
        }
    }
}
