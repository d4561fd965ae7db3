package io.perennial.ingest.collect;

import io.perennial.common.web.PublicPaths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** What stands before the collection paths: raw bodies, browsers of other origins, no API key. */
@Configuration(proxyBeanMethods = false)
class CollectConfiguration {

    private static final String SETTINGS = "/v1/projects/*/settings";

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(CollectPaths.all());
        paths.add(SETTINGS);
        paths.add(SETTINGS + "/");
        return paths;
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(paths());
    }

    @Bean
    FilterRegistrationBean<RawBodyFilter> rawBodyFilter() {
        var filter = new FilterRegistrationBean<>(new RawBodyFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        CollectPaths.all().forEach(filter::addUrlPatterns);
        return filter;
    }

    /**
     * Any site may send with a browser's key, so the origin says nothing. Credentials are allowed since sendBeacon always
     * sends with them, and mean nothing: no cookie is read.
     */
    @Bean
    FilterRegistrationBean<CorsFilter> browserAccess(
            @Value("${perennial.ingest.browser.allowed-origins}") List<String> allowedOrigins) {
        var access = new CorsConfiguration();
        access.setAllowedOriginPatterns(allowedOrigins);
        access.setAllowedMethods(List.of("GET", "POST", "OPTIONS"));
        access.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        access.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        access.setAllowCredentials(true);
        access.setMaxAge(Duration.ofHours(1));
        var sources = new UrlBasedCorsConfigurationSource();
        paths().forEach(path -> sources.registerCorsConfiguration(path, access));
        var filter = new FilterRegistrationBean<>(new CorsFilter(sources));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
