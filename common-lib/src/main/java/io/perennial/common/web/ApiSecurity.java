package io.perennial.common.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spring Security's filters as far as a service without sessions, logins and forms has work for them: four, where
 * {@code HttpSecurity} puts ten before every answer.
 *
 * @param open what takes no key
 */
record ApiSecurity(ApiKeys keys, RequestMatcher open, JsonMapper json) {

    SecurityFilterChain chain() {
        AuthorizationFilter access = new AuthorizationFilter(this::decide);
        access.setFilterAsyncDispatch(false);
        access.setFilterErrorDispatch(false);
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE, headers(), new ApiKeyFilter(keys), refusals(), access);
    }

    /**
     * A known caller may ask; what it may see its scopes say, method by method. Nobody may ask what is open. For the rest
     * {@code caller.get()} throws that nobody is known, which is answered with 401; a decision against would be a 403.
     */
    private AuthorizationDecision decide(
            Supplier<? extends @Nullable Authentication> caller, HttpServletRequest request) {
        boolean known = SecurityContextHolder.getContext().getAuthentication() != null;
        return new AuthorizationDecision(known || open.matches(request) || caller.get() != null);
    }

    /** Written first: to write them last, a wrapper would have to watch every byte of the answer. */
    private static HeaderWriterFilter headers() {
        HeaderWriterFilter headers = new HeaderWriterFilter(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter()));
        headers.setShouldWriteHeadersEagerly(true);
        return headers;
    }

    private ExceptionTranslationFilter refusals() {
        ExceptionTranslationFilter refusals = new ExceptionTranslationFilter(
                (request, response, failure) -> {
                    response.setHeader("WWW-Authenticate", "Bearer");
                    write(
                            response,
                            Problem.detail(
                                    HttpStatus.UNAUTHORIZED,
                                    "unauthorized",
                                    "Send \"Authorization: Bearer <API key>\" with a key this service knows"));
                },
                new NullRequestCache());
        refusals.setAccessDeniedHandler((request, response, failure) -> write(
                response,
                Problem.detail(HttpStatus.FORBIDDEN, "forbidden", "The API key lacks the scope this call needs")));
        return refusals;
    }

    private void write(HttpServletResponse response, ProblemDetail detail) throws IOException {
        response.setStatus(detail.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail));
    }
}
