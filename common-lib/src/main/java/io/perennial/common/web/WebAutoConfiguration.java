package io.perennial.common.web;

import io.perennial.common.topic.MoneyModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/** Wires the REST conventions: API keys in front of everything that is not public, problem details, money in JSON. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@EnableConfigurationProperties(SecurityProperties.class)
@EnableMethodSecurity(prePostEnabled = false, securedEnabled = true)
class WebAutoConfiguration {

    private static final List<String> OPEN =
            List.of("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**", "/error");

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    MoneyModule moneyModule() {
        return new MoneyModule();
    }

    /** Nobody logs in with a password; without this bean Boot would invent a user. */
    @Bean
    AuthenticationManager noPasswords() {
        return attempt -> {
            throw new BadCredentialsException("there are no passwords here");
        };
    }

    /** The request is observed as a whole; a span around every filter costs as much as many an answer. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(
            SecurityProperties properties,
            Environment environment,
            Clock clock,
            ObjectProvider<PublicPaths> publicPaths,
            JsonMapper json) {
        Stream<String> open =
                Stream.concat(OPEN.stream(), publicPaths.stream().flatMap(paths -> paths.patterns().stream()));
        List<RequestMatcher> matchers = open.<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .collect(Collectors.toCollection(ArrayList::new));
        matchers.add(EndpointRequest.toAnyEndpoint()); // on a port of its own: health and metrics only
        return new ApiSecurity(new ApiKeys(properties, environment, clock), new OrRequestMatcher(matchers), json)
                .chain();
    }
}
