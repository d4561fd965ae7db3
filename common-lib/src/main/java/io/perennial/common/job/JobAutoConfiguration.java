package io.perennial.common.job;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Wires what jobs need. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
class JobAutoConfiguration {

    @Bean
    LeaderLock leaderLock(DataSource dataSource) {
        return new LeaderLock(dataSource);
    }

    @Bean
    ApplicationListener<ApplicationStartedEvent> abandonedJobFolders() {
        return started -> JobFolders.deleteAbandoned();
    }
}
